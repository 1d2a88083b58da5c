/** Messages that could not be processed and wait for a person. */
package io.onhand.api.parked;
