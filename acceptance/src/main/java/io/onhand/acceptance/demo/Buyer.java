package io.onhand.acceptance.demo;

/** Places an order for one unit. */
interface Buyer {
    /** Orders now. The order arrives at us by itself. */
    Placed order();
}
