package io.onhand.stock;

/**
 * SQL for what SKUs are made of. A SKU that is no bundle is its own leaf, and no row says so; the view {@code sku_leaf} says it
 * to whoever is in no hurry.
 */
public final class BundleLeaves {
    /**
     * Each {@code sku_id} that takes some leaves from the shelf, once: these SKUs themselves, and the bundles. Binds the leaves,
     * the tenant, the leaves.
     */
    public static final String MADE_OF =
            "select unnest(?::uuid[]) as sku_id union select bundle_id from bundle_leaf where tenant_id = ? and leaf_id = any(?)";

    /** {@code sku_id}, {@code leaf_id} and {@code quantity} of some SKUs. Binds the tenant, the SKUs. */
    public static final String OF_SKUS =
            "select w.sku_id, %s from (select ?::uuid as tenant_id, unnest(?::uuid[]) as sku_id) w %s"
                    .formatted(columns("w"), join("w"));

    private BundleLeaves() {}

    /** Joins a row for each leaf of the SKUs {@code sku(tenant_id, sku_id)}. */
    public static String join(String sku) {
        return "left join bundle_leaf b on b.tenant_id = %1$s.tenant_id and b.bundle_id = %1$s.sku_id".formatted(sku);
    }

    /** What is joined: {@code leaf_id} and the {@code quantity} that one unit of the SKU takes of it. */
    public static String columns(String sku) {
        return "coalesce(b.leaf_id, %s.sku_id) as leaf_id, coalesce(b.quantity, 1) as quantity".formatted(sku);
    }
}
