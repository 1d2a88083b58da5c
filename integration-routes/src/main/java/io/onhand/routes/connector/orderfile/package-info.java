/**
 * A mall's order export as a channel: a file goes in, orders come out, and every row says what became of it. Columns are
 * found by their names, never by their place, and nothing is guessed.
 */
package io.onhand.routes.connector.orderfile;
