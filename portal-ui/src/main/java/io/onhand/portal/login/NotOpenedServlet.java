package io.onhand.portal.login;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What Vaadin's script shows, in a frame, when the server did not open the screen that it asked for; the page around it asks
 * again ({@code onhand.js}). The path is Vaadin's, {@code offlineStubAction} in {@code Flow.ts} of flow-client.
 */
@WebServlet(NotOpenedServlet.PATH)
public class NotOpenedServlet extends HttpServlet {
    static final String PATH = "/offline-stub.html";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TroublePage.write(request, response, "trouble.connection");
    }
}
