package io.onhand.portal.shell;

import com.vaadin.cdi.CdiVaadinServlet;
import jakarta.servlet.annotation.WebServlet;

/** Vaadin at the root of the application; its views and beans come from CDI. */
@WebServlet(urlPatterns = "/*", name = "portal", loadOnStartup = 1, asyncSupported = true)
public class PortalServlet extends CdiVaadinServlet {}
