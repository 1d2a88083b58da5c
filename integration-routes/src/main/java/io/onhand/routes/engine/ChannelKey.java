package io.onhand.routes.engine;

import io.onhand.tenant.TenantId;
import java.util.UUID;

/** A channel of a tenant. */
record ChannelKey(TenantId tenant, UUID channel) {}
