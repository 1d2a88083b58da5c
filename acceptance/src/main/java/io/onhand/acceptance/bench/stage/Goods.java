package io.onhand.acceptance.bench.stage;

import java.util.Locale;

/** The names of what is sold. SKUs count from 1. */
public final class Goods {
    private Goods() {}

    /** Code of a SKU among many. */
    public static String sku(int number) {
        return String.format(Locale.ROOT, "BENCH-%06d", number);
    }

    /** Code of a SKU that everybody wants. */
    public static String hotSku(int number) {
        return String.format(Locale.ROOT, "BENCH-HOT-%02d", number);
    }

    /** What a shop calls a SKU. */
    public static String listing(String sku) {
        return "L-" + sku;
    }
}
