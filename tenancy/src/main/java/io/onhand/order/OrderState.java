package io.onhand.order;

import java.util.Collection;
import java.util.Locale;

/** What an order is doing, derived from the states of its units: the state that most needs somebody's eyes wins. */
public enum OrderState {
    /** Some units wait for their listing to be linked. */
    UNMATCHED,
    /** Some units wait for stock. */
    BACKORDERED,
    /** All open units are held. */
    HELD,
    /** Some units are shipped, the rest is held. */
    PART_SHIPPED,
    /** All units that were not cancelled are shipped. */
    SHIPPED,
    /** Every unit is cancelled. */
    CANCELLED,
    /** Nothing could be served, and nothing waits. */
    REFUSED,
    /** The import that brought it was undone. */
    UNDONE;

    /** As columns, the API and translations call it, e.g. {@code part-shipped}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that code. */
    public static OrderState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static OrderState of(Collection<Line> lines) {
        if (lines.stream().anyMatch(line -> line.unmatched > 0)) return UNMATCHED;
        if (lines.stream().anyMatch(line -> line.backordered > 0)) return BACKORDERED;
        boolean held = lines.stream().anyMatch(line -> line.held > 0);
        boolean shipped = lines.stream().anyMatch(line -> line.shipped > 0);
        if (held) return shipped ? PART_SHIPPED : HELD;
        if (shipped) return SHIPPED;
        return lines.stream().anyMatch(line -> line.refused > 0) ? REFUSED : CANCELLED;
    }
}
