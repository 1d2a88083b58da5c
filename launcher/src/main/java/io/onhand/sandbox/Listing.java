package io.onhand.sandbox;

/**
 * Something a shop sells.
 *
 * @param listingId this marketplace's id, 1 to 100 characters
 * @param sellerCode the seller's own code, or null
 * @param title what buyers see
 * @param unitPrice a decimal number as text, in the shop's currency
 */
record Listing(String listingId, String sellerCode, String title, String unitPrice) {}
