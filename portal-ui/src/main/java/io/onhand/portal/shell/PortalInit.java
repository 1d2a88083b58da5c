package io.onhand.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.onhand.portal.login.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Fits Vaadin out once: language, the page's head, the guard before every view, the words for a session that has ended. */
@ApplicationScoped
class PortalInit {
    private static final String LANGUAGE_COOKIE = "onhand-language";

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
            ui.addBeforeEnterListener(new Guard(workspace));
        });
        event.getSource().setSystemMessagesProvider(info -> messages(event.getSource(), info.getLocale()));
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

    /** The language chosen on this browser, else the browser's, else English. */
    private static Locale language(VaadinService service, VaadinRequest request) {
        I18NProvider words = service.getInstantiator().getI18NProvider();
        Optional<String> chosen = Arrays.stream(
                        Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .findFirst();
        String wanted = chosen.orElseGet(() -> request.getLocale().getLanguage());
        return words.getProvidedLocales().stream()
                .filter(locale -> locale.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.ENGLISH);
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
