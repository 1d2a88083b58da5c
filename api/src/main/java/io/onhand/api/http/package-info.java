/**
 * What every resource shares: who calls and for which tenant, strict JSON, problems, idempotency, versions, pages and
 * limits. Knows no noun of the product.
 */
package io.onhand.api.http;
