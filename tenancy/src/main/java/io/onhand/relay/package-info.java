/**
 * Messages that cross a border later than their transaction: accepted once on the way in, appended with the change on the
 * way out, claimed by whoever is free, parked when they cannot be delivered, and never lost.
 */
package io.onhand.relay;
