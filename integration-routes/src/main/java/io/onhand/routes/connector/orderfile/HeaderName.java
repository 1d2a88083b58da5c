package io.onhand.routes.connector.orderfile;

import java.text.Normalizer;
import java.util.Locale;

/** The same column has the same name, however a mall spaces, punctuates or composes it this year. */
final class HeaderName {
    private static final String IGNORED = "*-_/.,·・:\u200B\uFEFF";

    private HeaderName() {}

    /**
     * Compatibility-composed, lower case, without any blanks and without {@code * - _ / . , · :}. Two headers with the
     * same result are the same column.
     */
    static String normalise(String header) {
        String composed = Normalizer.normalize(header, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && IGNORED.indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
