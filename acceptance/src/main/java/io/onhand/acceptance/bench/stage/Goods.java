package io.onhand.acceptance.bench.stage;

/** Kinds of SKUs, each with codes of its own. Numbers count from 1. */
public enum Goods {
    /** Sold in the benchmark's first shop, evenly. */
    SPREAD("BENCH-", 6, 1_000_000),

    /** Sold there as well, and everybody wants them; a run takes the one with the most units left. */
    HOT("HOT-", 2, 9_000_000),

    /** Sold in ten shops at once. */
    MALL("MALL-", 5, 1_000_000);

    private final String prefix;
    private final int digits;
    private final int units;

    Goods(String prefix, int digits, int units) {
        this.prefix = prefix;
        this.digits = digits;
        this.units = units;
    }

    /** Code of a SKU. */
    public String sku(int number) {
        String text = Integer.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** What every shop calls a SKU. */
    public static String listing(String sku) {
        return "L-" + sku;
    }

    /** How many units of each there are at first: more than all runs together sell. */
    public int units() {
        return units;
    }

    String prefix() {
        return prefix;
    }

    int digits() {
        return digits;
    }
}
