/** Where an order line is served from. Decides on a shelf that was seen or locked, without a database. */
package io.onhand.sourcing;
