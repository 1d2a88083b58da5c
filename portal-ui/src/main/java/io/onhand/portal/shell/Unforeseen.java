package io.onhand.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import io.onhand.portal.parts.Failures;

/** What failed where no view says so is said at the lower edge, instead of not at all. */
class Unforeseen extends DefaultErrorHandler {
    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        UI ui = UI.getCurrent();
        if (ui != null && ui.getSession() != null && shouldHandle(failure))
            ui.accessSynchronously(() -> Failures.toast(ui, failure));
        else super.error(event);
    }
}
