package io.onhand.routes.connector.orderfile;

/**
 * Keeps a spreadsheet from running text as a formula: an apostrophe before {@code = + - @}, which reading takes away
 * again.
 */
final class FormulaGuard {
    private static final String ARMED = "=+-@\t\r";

    private FormulaGuard() {}

    static String guarded(String text) {
        return needsGuard(text) ? "'" + text : text;
    }

    static String disarmed(String text) {
        return text.startsWith("'") && needsGuard(text.substring(1)) ? text.substring(1) : text;
    }

    /** Also an apostrophe before such a character, so that taking one away gives back what was there. */
    static boolean needsGuard(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && ARMED.indexOf(text.charAt(i)) >= 0;
    }
}
