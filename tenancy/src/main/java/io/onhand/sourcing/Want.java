package io.onhand.sourcing;

import java.util.List;
import java.util.UUID;

/**
 * Units of an order line that need a place.
 *
 * @param leaves what one unit takes from the shelf
 * @param quantity units of the line, 1 or more
 */
public record Want(UUID line, List<Leaf> leaves, int quantity) {
    /** {@code perUnit} units of a leaf SKU. */
    public record Leaf(UUID sku, int perUnit) {}
}
