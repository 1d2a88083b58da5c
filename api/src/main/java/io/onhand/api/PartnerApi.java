package io.onhand.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlow;
import org.eclipse.microprofile.openapi.annotations.security.OAuthFlows;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Version 1 of the partner API, under {@code /api/v1}. */
@ApplicationPath("v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Onhand partner API",
                        version = "1",
                        description =
                                "One stock, every channel. For 3PLs, POS vendors and merchants' own programs: send orders, "
                                        + "tell stock, ask what may be sold where. Times are RFC 3339 with an offset, money "
                                        + "is in minor units with a currency, quantities are whole units of the SKU."),
        servers = @Server(url = "/api", description = "This installation"),
        security = @SecurityRequirement(name = "oauth2"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "Onhand-Tenant",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Alias of the tenant. Needed when the client works for several tenants.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 39)),
                            @Parameter(
                                    name = "Idempotency-Key",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "One value for each thing to be done, e.g. a UUID. A repeat within 24 hours gets the first answer and does nothing.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                        }),
        tags = {
            @Tag(name = "orders", description = "Orders of channels: accept, read, cancel."),
            @Tag(name = "stock", description = "Levels by SKU and location: tell, adjust, read."),
            @Tag(name = "availability", description = "What a channel may sell now, and why."),
            @Tag(name = "skus", description = "What is sold: codes, identifiers, bundles."),
            @Tag(name = "locations", description = "Where stock lies."),
            @Tag(name = "channels", description = "Connected shops, malls and tills, and their policies."),
            @Tag(name = "listings", description = "A channel's ids of what is sold, linked to SKUs."),
            @Tag(name = "imports", description = "Order files: upload, preview, commit, undo."),
            @Tag(name = "parked-messages", description = "Messages that could not be processed."),
            @Tag(name = "tenants", description = "Who the token works for; onboarding by the platform's operators.")
        })
@SecurityScheme(
        securitySchemeName = "oauth2",
        type = SecuritySchemeType.OAUTH2,
        description =
                "Client credentials of the Onhand realm. The token proves the client; what it may do is what the merchant granted.",
        flows =
                @OAuthFlows(
                        clientCredentials =
                                @OAuthFlow(
                                        tokenUrl =
                                                "http://localhost:8180/realms/onhand/protocol/openid-connect/token")))
public class PartnerApi extends Application {
    /**
     * Jersey's own description of the API would be an operation without a scope, and the OpenAPI document tells more. Its JSON
     * features are lenient and would be asked before ours: naming another one keeps all of them out.
     */
    private static final Map<String, Object> PROPERTIES =
            Map.of("jersey.config.server.wadl.disableWadl", true, "jersey.config.jsonFeature", "onhand");

    @Override
    public Map<String, Object> getProperties() {
        return PROPERTIES;
    }
}
