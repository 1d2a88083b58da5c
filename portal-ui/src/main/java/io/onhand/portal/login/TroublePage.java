package io.onhand.portal.login;

import io.onhand.portal.parts.Language;
import io.onhand.portal.parts.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A page of ours where there is no screen yet, in the language of the person. No stack trace, no server's name. */
final class TroublePage {
    private static final Translations WORDS = new Translations();

    /** After these the same address is worth another try; before the others nobody has signed in. */
    private static final Set<String> AGAIN = Set.of("trouble.server", "trouble.connection");

    private TroublePage() {}

    /** Writes it with the status that is set; {@code what} is the key of its title, of which the others follow. */
    static void write(HttpServletRequest request, HttpServletResponse response, String what) throws IOException {
        boolean signIn = !AGAIN.contains(what);
        Locale locale = Language.of(request.getCookies(), request.getLocale(), WORDS.getProvidedLocales());
        String home = request.getContextPath() + "/";
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("""
                <!doctype html><html lang="%1$s"><head><meta charset="utf-8"><title>%3$s · Onhand</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="%2$sonhand/icon.svg"><script src="%2$sonhand/onhand.js"></script>
                <link rel="stylesheet" href="%2$sonhand/tokens.css"><link rel="stylesheet" href="%2$sonhand/base.css">
                <link rel="stylesheet" href="%2$sonhand/parts.css"></head>
                <body><main class="plain-page"><div class="card"><span class="brand"><span class="mark"></span>Onhand</span>
                <h1>%3$s</h1><p>%4$s</p><a class="main-act" target="_top" href="%5$s">%6$s</a></div></main></body></html>
                """.formatted(
                        locale.getLanguage(),
                        home,
                        WORDS.getTranslation(what, locale),
                        WORDS.getTranslation(what + ".next", locale),
                        signIn ? LoginGate.SIGN_IN : home,
                        WORDS.getTranslation(signIn ? "trouble.enter" : "trouble.again", locale)));
    }
}
