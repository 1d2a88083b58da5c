/**
 * The life of an order: accepted once, its units held, waiting, cancelled. States belong to quantities; the state of an order
 * is derived from them. Start reading at {@link io.onhand.order.Orders#accept}.
 */
package io.onhand.order;
