package io.onhand.api.tenants;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that was onboarded. */
@Schema(name = "Tenant")
record TenantJson(
        UUID id,
        @Schema(example = "bluehan") String alias,
        @Schema(example = "Bluehan Co.") String name,
        @Schema(example = "Asia/Seoul") String timeZone,
        @Schema(example = "ko") String locale,
        List<Client> partnerClients) {

    /** A partner client with its secret: keep it, and keep it secret. */
    @Schema(name = "PartnerClient")
    record Client(@Schema(example = "demo-partner") String clientId, String secret, List<String> scopes) {
        @Override
        public String toString() {
            return clientId;
        }
    }
}
