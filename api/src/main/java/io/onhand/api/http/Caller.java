package io.onhand.api.http;

import io.onhand.tenant.TenantId;

/**
 * Who sent a request, and for whom.
 *
 * @param client the OAuth2 client id that the token proves
 * @param tenant the tenant that the request works on; null for operators of the platform
 * @param alias the tenant's alias; null for operators of the platform
 */
record Caller(String client, TenantId tenant, String alias) {}
