/** A channel's own ids of what is sold there, and the SKUs that they stand for. */
package io.onhand.api.listings;
