/** Orders of channels. */
package io.onhand.api.orders;
