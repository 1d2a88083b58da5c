package io.onhand.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import io.onhand.portal.login.Workspace;

/** Nobody sees a view without having signed in to a tenant. */
class Guard implements BeforeEnterListener {
    private final transient Workspace workspace;

    Guard(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!workspace.isStillValid()) event.getUI().getPage().setLocation("/logout");
        boolean open = workspace.isOpen();
        boolean atDoor = event.getNavigationTarget() == ClosedDoor.class;
        if (open && atDoor) event.forwardTo("");
        if (!open && !atDoor) event.rerouteTo(ClosedDoor.class);
    }
}
