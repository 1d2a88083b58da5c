package io.onhand.routes.connector.orderfile;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tidies the text of a cell. */
final class CellText {
    /** A CSV writer's way to keep Excel from reading a number: {@code ="00123"}. */
    private static final Pattern QUOTED_FORMULA = Pattern.compile("=\"([^\"]*)\"");

    private CellText() {}

    /** Composed, without blanks of any kind around it, and without the quotes of {@code ="00123"}. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        String bare = text.substring(start, end);
        if (bare.startsWith("=\"")) {
            Matcher quoted = QUOTED_FORMULA.matcher(bare);
            if (quoted.matches()) {
                return strip(quoted.group(1));
            }
        }
        return Normalizer.isNormalized(bare, Normalizer.Form.NFC)
                ? bare
                : Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || c == '\u200B';
    }
}
