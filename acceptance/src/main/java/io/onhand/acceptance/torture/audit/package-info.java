/** What must hold whatever happens, asked of the tables and of the shops. Shares no code with the product. */
package io.onhand.acceptance.torture.audit;
