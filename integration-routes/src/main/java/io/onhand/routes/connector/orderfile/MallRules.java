package io.onhand.routes.connector.orderfile;

import java.util.List;
import java.util.regex.Pattern;

/** What a row means, where malls differ in more than the names of their columns. The defaults hold for most. */
interface MallRules {
    /** The rules of a file without peculiarities. */
    MallRules PLAIN = new MallRules() {};

    /** A quantity at the end of an option, as in {@code 색상:네이비/사이즈:M/2개}. */
    Pattern COUNT_IN_OPTION = Pattern.compile("(?<![-/,\\s])[-/,\\s]*+(\\d{1,7}+)\\s*+개(?=$|[\\s/,;)\\]])");

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
            String option = row.text(Field.OPTION);
            variant = option == null
                    ? null
                    : COUNT_IN_OPTION.matcher(option).replaceAll("").strip();
        }
        if (variant == null || variant.isEmpty() || variant.equals(product)) {
            return product;
        }
        String id = product + "/" + variant;
        return id.length() <= OrderFileLimits.MAX_ID_CHARS ? id : product + "/#" + Fingerprint.of(variant);
    }

    /** The seller's own codes, best first. */
    default List<String> skuCandidates(RowValues row) {
        return row.all(Field.SKU);
    }

    /** The price of one unit in the currency's minor unit. */
    default long unitPrice(RowValues row, int quantity) {
        if (row.text(Field.UNIT_PRICE) == null && row.text(Field.LINE_TOTAL) != null) {
            long total = row.amount(Field.LINE_TOTAL);
            if (total % quantity == 0) {
                return total / quantity;
            }
        }
        long option = row.text(Field.OPTION_PRICE) == null ? 0 : row.difference(Field.OPTION_PRICE);
        return Math.max(Math.addExact(row.amount(Field.UNIT_PRICE), option), 0);
    }

    /** Whether the mall has cancelled the line, or taken it back. */
    default boolean isCancelled(String status) {
        return false;
    }

    /** Refuses a row that only a person can understand. */
    default void check(RowValues row, int quantity) {}
}
