/**
 * A small marketplace to develop and test against: ten shops with listings, stock, orders and signed webhooks over plain
 * HTTP, and switches for everything that real marketplaces do wrong. It knows nothing of Onhand.
 */
package io.onhand.sandbox;
