package io.onhand.stock;

import java.util.Map;
import java.util.UUID;

/**
 * A part of a SKU and where it is.
 *
 * @param perUnit units of the leaf in one unit of the SKU
 * @param free on hand − reserved − safety stock by location; may be below 0, and is absent where nothing ever was
 */
record Leaf(int perUnit, Map<UUID, Integer> free) {
    /** Whole units of the SKU that this leaf allows at a location. */
    int makes(UUID location) {
        return Math.max(0, free.getOrDefault(location, 0)) / perUnit;
    }
}
