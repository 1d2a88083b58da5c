/**
 * What is sold: SKUs with their identifiers and, for a bundle, its components. Stock is counted for leaves only, the SKUs
 * that have no components.
 */
package io.onhand.catalog;
