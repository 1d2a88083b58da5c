package io.onhand.stock;

import io.onhand.refusal.Refusal;
import java.util.UUID;

/**
 * What became of one item of a batch.
 *
 * @param outcome {@code applied}, {@code unchanged} (the number was right already), {@code duplicate} (its id was there
 *     already) or {@code refused}
 * @param onHand units on hand afterwards; null when refused or duplicate
 * @param refusal why, or null
 */
public record StockResult(UUID id, String sku, String location, String outcome, Integer onHand, Refusal refusal) {}
