/** Where stock lies. */
package io.onhand.api.locations;
