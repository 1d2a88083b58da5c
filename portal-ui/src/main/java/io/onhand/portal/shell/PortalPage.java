package io.onhand.portal.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import java.util.List;

/**
 * The page around everything. Clicks come as ordinary requests, so that they pass the sign-in; news goes out over the
 * socket.
 */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class PortalPage implements AppShellConfigurator {
    private static final List<String> STYLES = List.of("tokens", "base", "glyphs", "parts", "lumo");

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Onhand");
        settings.addFavIcon("icon", "onhand/icon.svg", "any");
        for (String style : STYLES) settings.addLink("stylesheet", "onhand/" + style + ".css");
    }
}
