/**
 * Who a piece of work belongs to. {@link io.onhand.tenant.TenantScope} is the one way to the database: whatever runs inside
 * it sees and writes the rows of one tenant, in one transaction; what only reads needs none.
 */
package io.onhand.tenant;
