/** Where units can be: warehouses, stores, 3PLs, pickup points, suppliers. */
package io.onhand.location;
