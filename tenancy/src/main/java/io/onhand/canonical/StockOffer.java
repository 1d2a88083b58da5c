package io.onhand.canonical;

/**
 * The quantity that one listing may sell from now on.
 *
 * @param listingId the channel's own id of the listing
 * @param sellerCode our SKU code
 * @param quantity units, 0 or more; absolute, never a difference
 */
public record StockOffer(String listingId, String sellerCode, int quantity) {}
