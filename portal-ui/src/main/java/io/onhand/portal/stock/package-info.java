/** Stock: what lies where, what is promised, what each channel was told, and why. */
package io.onhand.portal.stock;
