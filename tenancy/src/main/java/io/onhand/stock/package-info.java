/**
 * How many units are where, and how many of them are free. {@link io.onhand.stock.StockLedger} holds all SQL that writes
 * levels, movements and holds; {@link io.onhand.stock.Availability} is the one place that computes what a channel may offer;
 * {@link io.onhand.stock.BundleLeaves} says in SQL what SKUs take from the shelf.
 */
package io.onhand.stock;
