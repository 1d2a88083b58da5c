package io.onhand.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody says is on hand: an absolute number from a count, a till or a 3PL.
 *
 * @param id the caller's, unique in the tenant: the same one again changes nothing
 * @param sku code of a SKU that is no bundle
 * @param location code
 * @param quantity units on hand at {@code asOf}, 0 to 10,000,000
 * @param asOf the moment that the number speaks of: what moved here since then is added to it; null for now
 * @param expected the units on hand that the caller believes in: another number refuses the change; null to not compare
 * @param reason 1 to 100 characters
 */
public record Count(
        UUID id, String sku, String location, int quantity, Instant asOf, Integer expected, String reason) {}
