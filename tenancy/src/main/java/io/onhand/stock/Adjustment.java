package io.onhand.stock;

import java.util.UUID;

/**
 * Units that are found, lost, received or given away.
 *
 * @param id the caller's, unique in the tenant: the same one again changes nothing
 * @param sku code of a SKU that is no bundle
 * @param location code
 * @param delta units to add, or, negative, to take; not 0, at most 10,000,000 either way
 * @param reason the merchant's word for it, 1 to 100 characters, e.g. {@code damaged}, {@code received}
 * @param note up to 500 characters, or null
 */
public record Adjustment(UUID id, String sku, String location, int delta, String reason, String note) {}
