/** The shops, malls and tills that sell the tenant's stock: connecting them, their policy, their health, what waits there. */
package io.onhand.portal.channels;
