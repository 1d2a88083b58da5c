package io.onhand.routes.connector.orderfile;

import java.util.List;

/** What a row means, where malls differ in more than the names of their columns. The defaults hold for most. */
interface MallRules {
    /** The rules of a file without peculiarities. */
    MallRules PLAIN = new MallRules() {};

    /** The mall's order number, unique within the channel. */
    default String orderId(RowValues row) {
        return row.id(Field.ORDER_ID);
    }

    /** What makes the line unique in its order. */
    default String lineId(RowValues row) {
        return row.id(Field.LINE_ID);
    }

    /**
     * The mall's id of what was sold. Where the file names only the product, the chosen variant is added: two options of
     * one product are two listings.
     */
    default String listingId(RowValues row) {
        String product = row.id(Field.LISTING);
        String variant = row.text(Field.VARIANT);
        if (variant == null) {
            variant = option(row);
        }
        if (variant == null || variant.isEmpty() || variant.equals(product)) {
            return product;
        }
        String id = product + "/" + variant;
        return id.length() <= OrderFileLimits.MAX_ID_CHARS ? id : product + "/#" + Fingerprint.of(variant);
    }

    /** The chosen option in words, the same for however many units were bought; null when the row names none. */
    default String option(RowValues row) {
        return row.text(Field.OPTION);
    }

    /** The seller's own codes, best first. */
    default List<String> skuCandidates(RowValues row) {
        return row.all(Field.SKU);
    }

    /** The price of one unit before discounts, with its option, in the currency's minor unit. */
    default long unitPrice(RowValues row, int quantity) {
        long option = row.text(Field.OPTION_PRICE) == null ? 0 : row.difference(Field.OPTION_PRICE);
        return Math.max(row.amount(Field.UNIT_PRICE) + option, 0);
    }

    /** Whether the mall has cancelled the line, or taken it back. */
    default boolean isCancelled(String status) {
        return false;
    }

    /** Refuses a row that only a person can understand. */
    default void check(RowValues row, int quantity) {}
}
