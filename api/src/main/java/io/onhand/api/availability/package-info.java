/** What a channel may sell now, and why. */
package io.onhand.api.availability;
