/** The running product as a stranger meets it: the partner API, the tokens that open it, and the sandbox marketplace. */
package io.onhand.acceptance.product;
