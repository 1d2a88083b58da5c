package io.onhand.portal.parts;

import java.util.Locale;
import java.util.Map;

/** Words that a connector brings with it, by language. */
public final class Titles {
    private Titles() {}

    /** In the wanted language, else in English, else {@code otherwise}. */
    public static String of(Map<String, String> words, Locale locale, String otherwise) {
        if (words == null) return otherwise;
        String wanted = words.get(locale.getLanguage());
        if (wanted == null) wanted = words.get("en");
        return wanted == null ? otherwise : wanted;
    }
}
