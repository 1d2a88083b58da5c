package io.onhand.sourcing;

import java.util.Locale;

/** What happens to units of an order that no place can serve. */
public enum OutOfStock {
    /** What is there is held, the rest waits for new stock, oldest order first. */
    BACKORDER,
    /** What is there is held, the rest is refused. */
    PARTIAL,
    /** One missing unit refuses the whole order. */
    REFUSE;

    /** The policy of that column text. */
    public static OutOfStock of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
