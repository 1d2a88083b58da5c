/** What is sold. */
package io.onhand.api.skus;
