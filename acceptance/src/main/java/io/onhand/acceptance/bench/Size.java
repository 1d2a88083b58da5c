package io.onhand.acceptance.bench;

/**
 * How much there is.
 *
 * @param skus over how many SKUs orders are spread
 * @param mallSkus SKUs that ten shops sell at once
 * @param fileRows rows of an order file
 * @param history orders of a merchant who has sold for a while
 * @param longHistory orders of a merchant who has sold for years
 * @param tenants merchants in one installation
 * @param apart whether growth happens in a product of its own, which is thrown away afterwards
 */
record Size(int skus, int mallSkus, int fileRows, int history, int longHistory, int tenants, boolean apart) {
    static Size full() {
        return new Size(100_000, 10_000, 20_000, 10_000, 5_000_000, 1_000, true);
    }

    static Size quick() {
        return new Size(10_000, 1_000, 5_000, 10_000, 200_000, 50, true);
    }

    /** As little as can be: whether everything works, not how fast. */
    static Size check() {
        return new Size(2_000, 200, 400, 1_000, 3_000, 3, false);
    }

    Size withSkus(int number) {
        return new Size(number, mallSkus, fileRows, history, longHistory, tenants, apart);
    }

    Size withLongHistory(int orders) {
        return new Size(skus, mallSkus, fileRows, Math.min(history, orders), orders, tenants, apart);
    }

    Size withTenants(int number) {
        return new Size(skus, mallSkus, fileRows, history, longHistory, number, apart);
    }
}
