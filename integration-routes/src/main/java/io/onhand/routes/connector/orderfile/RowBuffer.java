package io.onhand.routes.connector.orderfile;

import io.onhand.refusal.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Collects the cells of one row after the other, holds the limits, and lets equal texts share one string. */
final class RowBuffer {
    private static final int SHARED_SLOTS = 8192;
    private static final int SHARED_CHARS = 128;
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    private final String[] shared = new String[SHARED_SLOTS];
    private final String[] cells = new String[OrderFileLimits.MAX_COLUMNS];
    private BitSet numeric = new BitSet();
    private int width;
    private long chars;

    /** Puts a text into a column, from 0. */
    void text(int row, int column, CharSequence text) {
        if (text.length() == 0) {
            return;
        }
        if (column >= OrderFileLimits.MAX_COLUMNS) {
            throw Refusal.tooMuch(
                            "too-many-columns",
                            "file",
                            "Row " + row + " has more than " + OrderFileLimits.MAX_COLUMNS + " columns.")
                    .with("limit", OrderFileLimits.MAX_COLUMNS)
                    .with("row", row);
        }
        if (text.length() > OrderFileLimits.MAX_CELL_CHARS) {
            throw Refusal.tooMuch(
                            "cell-too-long",
                            "file",
                            "A cell of row " + row + " has more than " + OrderFileLimits.MAX_CELL_CHARS
                                    + " characters; is a quotation mark missing?")
                    .with("limit", OrderFileLimits.MAX_CELL_CHARS)
                    .with("row", row);
        }
        cells[column] = share(withoutNul(text));
        width = Math.max(width, column + 1);
    }

    /** Puts a stored number into a column: whole numbers that are exact become plain digits, others stay as stored. */
    void number(int row, int column, CharSequence stored) {
        text(row, column, plain(stored.toString()));
        numeric.set(column);
    }

    /** The row that was collected; the next one starts empty. */
    SheetRow take(int number) {
        String[] taken = Arrays.copyOf(cells, width);
        for (int i = 0; i < width; i++) {
            if (taken[i] == null) {
                taken[i] = "";
            }
        }
        List<String> texts = width == 0 ? List.of() : Collections.unmodifiableList(Arrays.asList(taken));
        SheetRow row = new SheetRow(number, texts, numeric);
        Arrays.fill(cells, 0, width, null);
        width = 0;
        numeric = new BitSet();
        return row;
    }

    /** No database keeps that character, and no mall means it. */
    private static CharSequence withoutNul(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                return text.toString().replace("\0", "");
            }
        }
        return text;
    }

    private String share(CharSequence text) {
        if (text.length() > SHARED_CHARS) {
            return count(text.toString());
        }
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 13) & SHARED_SLOTS - 1;
        String known = shared[slot];
        if (known != null && known.contentEquals(text)) {
            return known;
        }
        String fresh = count(text.toString());
        shared[slot] = fresh;
        return fresh;
    }

    private String count(String text) {
        chars += text.length();
        if (chars > OrderFileLimits.MAX_TEXT_CHARS) {
            throw Refusal.tooMuch(
                            "file-too-large",
                            "file",
                            "The file holds more than " + OrderFileLimits.MAX_TEXT_CHARS
                                    + " characters of text; export a shorter period.")
                    .with("limit", OrderFileLimits.MAX_TEXT_CHARS);
        }
        return text;
    }

    private static String plain(String stored) {
        boolean digits = !stored.isEmpty();
        for (int i = 0; digits && i < stored.length(); i++) {
            digits = stored.charAt(i) >= '0' && stored.charAt(i) <= '9';
        }
        if (digits || stored.length() > 40) {
            return stored;
        }
        try {
            BigDecimal value = new BigDecimal(stored.trim());
            if (value.signum() == 0) {
                return "0";
            }
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            return whole && value.abs().compareTo(EXACT) <= 0
                    ? value.toBigInteger().toString()
                    : stored;
        } catch (NumberFormatException e) {
            return stored;
        }
    }
}
