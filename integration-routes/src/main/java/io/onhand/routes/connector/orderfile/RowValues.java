package io.onhand.routes.connector.orderfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of one row, wherever the file keeps them. A value that cannot be right throws {@link RowRejected}. */
final class RowValues {
    /** What Excel leaves of a long number when it saves text, e.g. {@code 3.00012E+12}. */
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d(?:\\.\\d+)?[eE]\\+\\d{1,3}");
    /** Excel keeps this many digits of a number and writes zeros for the others. */
    private static final int EXCEL_DIGITS = 15;

    private static final long LARGEST_EXACT = 1L << 53;
    private static final long MAX_AMOUNT = 1_000_000_000_000L;
    private static final int MAX_QUANTITY = 1_000_000;

    private final HeaderMatch header;
    private final SheetRow row;
    private final WallClock clock;
    private final boolean guarded;

    /** {@code guarded}: the file is one of our rejected-rows files, in which formulas were disarmed. */
    RowValues(HeaderMatch header, SheetRow row, WallClock clock, boolean guarded) {
        this.header = header;
        this.row = row;
        this.clock = clock;
        this.guarded = guarded;
    }

    /** The field's text without surrounding blanks; null when it is blank or the file has no such column. */
    String text(Field field) {
        HeaderMatch.Place place = header.place(field);
        if (place == null) {
            return null;
        }
        if (place.parts().size() == 1) {
            return firstFilled(place.parts().get(0));
        }
        StringBuilder joined = new StringBuilder();
        for (int[] part : place.parts()) {
            String text = firstFilled(part);
            if (text != null) {
                joined.append(joined.length() == 0 ? "" : place.binding().separator())
                        .append(text);
            }
        }
        return joined.length() == 0 ? null : joined.toString();
    }

    /** The field's text, of at most so many characters; null when it is blank or the file has no such column. */
    String text(Field field, int mostChars) {
        String text = text(field);
        if (text != null && text.length() > mostChars) {
            throw new RowRejected(
                    "value-too-long",
                    column(field),
                    text,
                    column(field) + " has more than " + mostChars + " characters.");
        }
        return text;
    }

    /** Every different text of the field's columns, best first. */
    List<String> all(Field field) {
        HeaderMatch.Place place = header.place(field);
        List<String> texts = new ArrayList<>();
        if (place != null) {
            for (int[] part : place.parts()) {
                for (int column : part) {
                    String text = cell(column);
                    if (!text.isEmpty() && !texts.contains(text)) {
                        texts.add(undamaged(column, text));
                    }
                }
            }
        }
        return texts;
    }

    /** The field's text as an identifier: there, whole, and not rounded by a spreadsheet. */
    String id(Field field) {
        HeaderMatch.Place place = header.place(field);
        if (place == null) {
            throw missing(field);
        }
        StringBuilder joined = new StringBuilder();
        for (int[] part : place.parts()) {
            String found = null;
            for (int column : part) {
                String text = cell(column);
                if (!text.isEmpty()) {
                    found = undamaged(column, text);
                    break;
                }
            }
            if (found == null) {
                String name = part.length == 0
                        ? column(field)
                        : header.header().get(part[0]).strip();
                throw new RowRejected("value-missing", name, null, "The row has no " + name + ".");
            }
            joined.append(joined.length() == 0 ? "" : place.binding().separator())
                    .append(found);
        }
        if (joined.length() > OrderFileLimits.MAX_ID_CHARS) {
            throw new RowRejected(
                    "id-too-long",
                    column(field),
                    joined.toString(),
                    "An identifier has at most " + OrderFileLimits.MAX_ID_CHARS + " characters.");
        }
        return joined.toString();
    }

    /** The field as an amount in the currency's minor unit, 0 or more; blank is not 0. */
    long amount(Field field) {
        long amount = difference(field);
        if (amount < 0) {
            throw new RowRejected(
                    "amount-negative", column(field), text(field), "The amount " + text(field) + " is below 0.");
        }
        return amount;
    }

    /** The field as an amount in the currency's minor unit that may be below 0, such as an option's surcharge. */
    long difference(Field field) {
        String text = text(field);
        if (text == null) {
            throw missing(field);
        }
        BigDecimal amount = Numbers.read(text)
                .orElseThrow(() -> new RowRejected(
                        "amount-not-a-number", column(field), text, "\"" + text + "\" is not an amount."));
        try {
            long minor =
                    amount.movePointRight(header.template().fractionDigits()).longValueExact();
            if (Math.abs(minor) > MAX_AMOUNT) {
                throw new RowRejected("amount-too-large", column(field), text, "The amount " + text + " is too large.");
            }
            return minor;
        } catch (ArithmeticException e) {
            throw new RowRejected(
                    "amount-not-exact",
                    column(field),
                    text,
                    "The amount " + text + " has more decimals than "
                            + header.template().currency() + ", or is too large.");
        }
    }

    /** The units sold: a whole number from 1 to 1,000,000. */
    int quantity() {
        String text = text(Field.QUANTITY);
        if (text == null) {
            throw missing(Field.QUANTITY);
        }
        BigDecimal quantity = Numbers.read(text)
                .filter(RowValues::isWhole)
                .orElseThrow(() -> new RowRejected(
                        "quantity-not-a-number",
                        column(Field.QUANTITY),
                        text,
                        "\"" + text + "\" is not a whole number of units."));
        if (!isQuantity(quantity)) {
            throw new RowRejected(
                    "quantity-out-of-range",
                    column(Field.QUANTITY),
                    text,
                    "The quantity must be from 1 to " + MAX_QUANTITY + ", not " + text + ".");
        }
        return quantity.intValueExact();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** Whether it can be the units sold: a whole number from 1 to 1,000,000. */
    static boolean isQuantity(BigDecimal number) {
        return isWhole(number) && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) <= 0;
    }

    Instant orderedAt() {
        String text = text(Field.ORDERED_AT);
        if (text == null) {
            throw missing(Field.ORDERED_AT);
        }
        return clock.read(text)
                .orElseThrow(() -> new RowRejected(
                        "date-not-readable",
                        column(Field.ORDERED_AT),
                        text,
                        "\"" + text + "\" is not a date; write it as 2026-08-03 21:14:08."));
    }

    /** The name of the field's first column, as in the file. */
    String column(Field field) {
        HeaderMatch.Place place = header.place(field);
        if (place != null) {
            for (int[] part : place.parts()) {
                for (int column : part) {
                    return header.header().get(column).strip();
                }
            }
        }
        Binding binding = header.template().bindings().get(field);
        return binding == null ? field.key() : binding.parts().get(0).get(0);
    }

    private RowRejected missing(Field field) {
        return new RowRejected("value-missing", column(field), null, "The row has no " + column(field) + ".");
    }

    private String firstFilled(int[] columns) {
        for (int column : columns) {
            String text = cell(column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private String cell(int column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return text;
        }
        String bare = CellText.strip(text);
        return guarded ? CellText.strip(FormulaGuard.disarmed(bare)) : bare;
    }

    private String undamaged(int column, String text) {
        if (isDamagedId(text, row.numeric().get(column))) {
            String name = header.header().get(column).strip();
            throw new RowRejected(
                    "id-damaged-by-excel",
                    name,
                    text,
                    name + " " + text
                            + " was stored as a number and has lost digits; download the file again and do not"
                            + " save it with Excel, or enter the number as text.");
        }
        return text;
    }

    /** Whether a spreadsheet has cost the identifier digits; {@code numeric}: the file stores it as a number. */
    static boolean isDamagedId(String text, boolean numeric) {
        return EXPONENT.matcher(text).matches() || (numeric && isRounded(text));
    }

    /** A stored number that cannot be trusted as an identifier: not whole, beyond 2^53, or cut to 15 digits. */
    private static boolean isRounded(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return true;
        }
        return text.length() > 16
                || Long.parseLong(text) > LARGEST_EXACT
                || (text.length() > EXCEL_DIGITS && text.endsWith("0"));
    }
}
