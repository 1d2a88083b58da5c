package io.onhand.refusal;

/** The checks of input that every feature needs, each a {@link Refusal} that names the field and the range. */
public final class Require {
    private Require() {}

    /** {@code value} has 1 to {@code most} characters and is not blank. */
    public static String text(String field, String value, int most) {
        if (value == null || value.isBlank() || value.length() > most || value.indexOf('\0') >= 0)
            throw Refusal.invalid("text-malformed", field, "1 to " + most + " characters")
                    .with("most", most);
        return value;
    }

    /** {@code value} is null or has at most {@code most} characters. */
    public static String optionalText(String field, String value, int most) {
        if (value != null && (value.length() > most || value.indexOf('\0') >= 0))
            throw Refusal.invalid("text-malformed", field, "At most " + most + " characters")
                    .with("most", most);
        return value;
    }

    /** {@code least <= value <= most}. */
    public static int range(String field, int value, int least, int most) {
        range(field, (long) value, least, most);
        return value;
    }

    /** {@code least <= value <= most}. */
    public static long range(String field, long value, long least, long most) {
        if (value < least || value > most)
            throw Refusal.invalid("number-out-of-range", field, least + " to " + most + ", not " + value)
                    .with("least", least)
                    .with("most", most);
        return value;
    }
}
