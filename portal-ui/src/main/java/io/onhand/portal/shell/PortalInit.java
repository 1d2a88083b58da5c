package io.onhand.portal.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.onhand.portal.login.Workspace;
import io.onhand.portal.parts.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Fits Vaadin out once: language, the page's head, the guard before every view, the words for a session that has ended. */
@ApplicationScoped
class PortalInit {
    private final Workspace workspace;

    /** For the proxy. */
    PortalInit() {
        this(null);
    }

    @Inject
    PortalInit(Workspace workspace) {
        this.workspace = workspace;
    }

    void init(@Observes ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::fillHead);
        event.getSource().addUIInitListener(opened -> {
            UI ui = opened.getUI();
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) ui.setLocale(language(event.getSource(), request));
            ReconnectDialogConfiguration connection = ui.getReconnectDialogConfiguration();
            connection.setDialogText(ui.getTranslation("connection.trying"));
            connection.setDialogTextGaveUp(ui.getTranslation("connection.lost"));
            ui.addBeforeEnterListener(new Guard(workspace));
        });
        event.getSource().setSystemMessagesProvider(info -> messages(event.getSource(), language(info)));
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(new Unforeseen()));
    }

    private void fillHead(IndexHtmlResponse response) {
        Locale locale = language(VaadinService.getCurrent(), response.getVaadinRequest());
        Element html = response.getDocument().selectFirst("html");
        html.attr("lang", locale.getLanguage());
        if (workspace.isOpen()) html.attr("data-zone", workspace.zone().getId());
        // First of all, so that the page is never painted in the wrong light.
        String script = response.getVaadinRequest().getContextPath() + "/onhand/onhand.js";
        response.getDocument().head().prependElement("script").attr("src", script);
    }

    private static Locale language(VaadinService service, VaadinRequest request) {
        I18NProvider words = service.getInstantiator().getI18NProvider();
        return Language.of(request.getCookies(), request.getLocale(), words.getProvidedLocales());
    }

    private static Locale language(SystemMessagesInfo info) {
        return info.getRequest() == null ? info.getLocale() : language(info.getService(), info.getRequest());
    }

    private static SystemMessages messages(VaadinService service, Locale locale) {
        I18NProvider words = service.getInstantiator().getI18NProvider();
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.getTranslation("session.ended", locale));
        messages.setSessionExpiredMessage(words.getTranslation("session.ended.next", locale));
        // No cookie at all: to the person that is the same thing.
        messages.setCookiesDisabledCaption(words.getTranslation("session.ended", locale));
        messages.setCookiesDisabledMessage(words.getTranslation("session.ended.next", locale));
        messages.setInternalErrorCaption(words.getTranslation("failure.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("failure.next", locale));
        return messages;
    }
}
