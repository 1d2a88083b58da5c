package io.onhand.api.tenants;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a request works for. */
@Schema(name = "Caller")
record CallerJson(
        @Schema(example = "demo-partner") String clientId,
        @Schema(example = "bluehan") String tenant,

        @Schema(description = "What the tenant granted to the client.")
        List<String> scopes) {}
