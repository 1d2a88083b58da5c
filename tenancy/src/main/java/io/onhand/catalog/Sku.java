package io.onhand.catalog;

import java.util.List;
import java.util.UUID;

/**
 * A stock keeping unit.
 *
 * @param code the merchant's own code, unique in the tenant, 1 to 100 characters
 * @param name 1 to 300 characters
 * @param unit what one of it is, e.g. {@code ea}; every quantity of the SKU is a whole number of it
 * @param version rises with each change
 * @param components what a bundle is made of; empty for a SKU that lies on a shelf
 */
public record Sku(
        UUID id,
        String code,
        String name,
        String unit,
        boolean active,
        long version,
        List<Identifier> identifiers,
        List<Component> components) {

    /**
     * Another name of the SKU, unique by type and value.
     *
     * @param type e.g. {@code ean13}, {@code jan}, {@code upc}, {@code mall-code}
     */
    public record Identifier(String type, String value) {}

    /** {@code quantity} units of another SKU, 1 to 10,000, in one unit of the bundle. */
    public record Component(String code, int quantity) {}

    /** Whether it is made of other SKUs. */
    public boolean isBundle() {
        return !components.isEmpty();
    }
}
