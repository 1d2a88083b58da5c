/**
 * The messages every channel speaks after its wire format has been mapped: records only, no behaviour beyond checking
 * themselves. Depends on nothing.
 */
package io.onhand.canonical;
