package io.onhand.stock;

/**
 * SQL for what SKUs take from the shelf, as {@link io.onhand.catalog.Catalog} derived it. A SKU that is no bundle is its own
 * leaf, and no row says so; the view {@code sku_leaf} says it to whoever is in no hurry.
 */
public final class BundleLeaves {
    /**
     * Each {@code sku_id} that takes some leaves from the shelf, once: these SKUs themselves, and the bundles. Binds the leaves,
     * the tenant, the leaves.
     */
    public static final String MADE_OF =
            "select unnest(?::uuid[]) as sku_id union select bundle_id from bundle_leaf where tenant_id = ? and leaf_id = any(?)";

    /** {@link #of The leaves of} some SKUs. Binds the tenant, the SKUs. */
    public static final String OF_SKUS = of("select ?::uuid as tenant_id, unnest(?::uuid[]) as sku_id");

    private BundleLeaves() {}

    /**
     * A row for each leaf of some SKUs: {@code leaf_id} and the {@code quantity} that one unit of the SKU takes of it, beside
     * everything that says which SKUs.
     *
     * @param skus the SQL that says it: {@code tenant_id}, {@code sku_id} and whatever else; without a SKU there is one row
     *     without a leaf
     */
    public static String of(String skus) {
        return """
                select w.*, coalesce(b.leaf_id, w.sku_id) as leaf_id, coalesce(b.quantity, 1) as quantity
                from (%s) w left join bundle_leaf b on b.tenant_id = w.tenant_id and b.bundle_id = w.sku_id""".formatted(skus);
    }
}
