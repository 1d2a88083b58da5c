/** Orders from every channel: the list, one order, cancelling. */
package io.onhand.portal.orders;
