/** Units on hand by SKU and location. */
package io.onhand.api.stock;
