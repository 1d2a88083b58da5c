/** Those who use the installation, all at once, and remember what they were told. */
package io.onhand.acceptance.torture.load;
