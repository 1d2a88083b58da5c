package io.onhand.stock;

import java.util.UUID;

/**
 * Units of one leaf SKU that are promised to an order line.
 *
 * @param perUnit units of the leaf in one unit of the line
 * @param quantity units of the leaf, a multiple of {@code perUnit}
 */
public record Hold(UUID order, UUID line, Place place, int perUnit, int quantity) {}
