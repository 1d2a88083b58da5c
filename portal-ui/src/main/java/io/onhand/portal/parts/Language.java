package io.onhand.portal.parts;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language somebody is spoken to in. */
public final class Language {
    /** Written by the language menu (onhand.js). */
    private static final String COOKIE = "onhand-language";

    private Language() {}

    /**
     * The language chosen on this browser, else the browser's, else English.
     *
     * @param cookies of the request, null when it has none
     * @param browser what the browser asks for
     * @param offered the languages that there are words in
     */
    public static Locale of(Cookie[] cookies, Locale browser, List<Locale> offered) {
        String wanted = Arrays.stream(Optional.ofNullable(cookies).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElseGet(browser::getLanguage);
        return offered.stream()
                .filter(locale -> locale.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
