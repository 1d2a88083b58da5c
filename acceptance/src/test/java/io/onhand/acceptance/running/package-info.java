/** Starts the product for the tests, once, as it is shipped. */
package io.onhand.acceptance.running;
