/** Where an order line is served from. Decides on a locked shelf, without a database. */
package io.onhand.sourcing;
