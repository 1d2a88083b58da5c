package io.onhand.portal.shell;

import com.vaadin.flow.server.auth.DefaultMenuAccessControl;
import jakarta.enterprise.context.ApplicationScoped;

/** Flow asks CDI for a menu access control and needs exactly one. */
@ApplicationScoped
class PortalMenuAccess extends DefaultMenuAccessControl {}
