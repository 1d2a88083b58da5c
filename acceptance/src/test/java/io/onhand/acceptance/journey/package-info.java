/** What the product does for its users, from end to end, seen from outside only. */
package io.onhand.acceptance.journey;
