package io.onhand.acceptance.torture.audit;

import java.util.List;

/** The records of the shops themselves. */
public interface Shops {
    /** What each shop shows of each of its listings now. */
    List<Shown> shown();

    /** Every order that buyers placed at the shops. */
    List<Ordered> orders();

    /** A listing's quantity as its shop shows it. */
    record Shown(String shop, String listing, int quantity) {}

    /**
     * An order as its shop knows it.
     *
     * @param shop where it was placed
     * @param number the shop's id of it
     * @param buyer a name that no other order has
     */
    record Ordered(String shop, String number, String buyer, List<Line> lines) {}

    /**
     * A line of it.
     *
     * @param id the shop's id of the line
     * @param quantity units that were ordered
     * @param cancelled units that were cancelled since then
     */
    record Line(String id, String listing, int quantity, int cancelled) {}
}
