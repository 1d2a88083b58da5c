/** A short torture of an installation of its own. */
package io.onhand.acceptance.torture;
