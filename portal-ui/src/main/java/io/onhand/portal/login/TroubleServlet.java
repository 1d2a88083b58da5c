package io.onhand.portal.login;

import io.onhand.portal.parts.Translations;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The page for what goes wrong before there is a screen: a sign-in that did not come through, or a server that cannot
 * answer. No stack trace, no server's name.
 */
@WebServlet("/trouble")
public class TroubleServlet extends HttpServlet {
    private static final Translations WORDS = new Translations();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String what = status instanceof Integer code && code < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? "trouble.sign-in"
                : "trouble.server";
        Locale locale = WORDS.getProvidedLocales().stream()
                .filter(one -> one.getLanguage().equals(request.getLocale().getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        String home = request.getContextPath() + "/";
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("""
                <!doctype html><html lang="%1$s"><head><meta charset="utf-8"><title>Onhand</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <script src="%2$sonhand/onhand.js"></script>
                <link rel="stylesheet" href="%2$sonhand/tokens.css"><link rel="stylesheet" href="%2$sonhand/base.css">
                <link rel="stylesheet" href="%2$sonhand/parts.css"></head>
                <body><div class="plain-page"><div class="card"><span class="brand"><span class="mark"></span>Onhand</span>
                <h1>%3$s</h1><p>%4$s</p><a href="%2$s">%5$s</a></div></div></body></html>
                """.formatted(
                        locale.getLanguage(),
                        home,
                        WORDS.getTranslation(what, locale),
                        WORDS.getTranslation(what + ".next", locale),
                        WORDS.getTranslation("trouble.again", locale)));
    }
}
