package io.onhand.api.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.refusal.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Programs of partners. A client gets tokens by client credentials; which tenants it may act for is granted by them.
 */
final class PartnerClients {
    private static final Pattern CLIENT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");
    /** Set on partner clients only: no other client can be taken for one. */
    private static final String PARTNER = "onhand.partner";

    private final KeycloakAdmin keycloak;

    PartnerClients(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Refuses an id that no partner's client can have.
     *
     * @param field of the input, e.g. {@code partnerClients[0].clientId}
     * @throws Refusal {@code client-taken} when a client of that id is not a partner's, {@code client-malformed}
     */
    void refuseOther(String clientId, String field) {
        if (!CLIENT.matcher(clientId).matches()) {
            throw Refusal.invalid("client-malformed", field, "2 to 100 of a-z, 0-9, dot, hyphen and underscore");
        }
        find(clientId, field);
    }

    /**
     * Makes the client where it is missing.
     *
     * @param secret null: Keycloak makes one
     * @param field of the input, e.g. {@code partnerClients[0].clientId}
     * @return the client's secret
     */
    String ensure(String clientId, String secret, String field) {
        JsonNode client = find(clientId, field).orElseGet(() -> create(clientId, secret));
        return keycloak.get("/clients/" + client.path("id").asText() + "/client-secret")
                .path("value")
                .asText();
    }

    private Optional<JsonNode> find(String clientId, String field) {
        Optional<JsonNode> found = keycloak.findClient(clientId);
        if (found.isPresent() && !found.get().path("attributes").path(PARTNER).asBoolean(false)) {
            throw Refusal.conflict("client-taken", "The client " + clientId + " is not a partner's")
                    .at(field);
        }
        return found;
    }

    private JsonNode create(String clientId, String secret) {
        ObjectNode body = KeycloakAdmin.object();
        body.put("clientId", clientId)
                .put("name", clientId)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", false);
        if (secret != null) {
            body.put("secret", secret);
        }
        body.putObject("attributes").put(PARTNER, "true");
        body.putArray("defaultClientScopes").add("basic").add("microprofile-jwt");
        body.putArray("optionalClientScopes");
        ObjectNode audience = body.putArray("protocolMappers").addObject();
        audience.put("name", "audience onhand-api")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        audience.putObject("config")
                .put("included.custom.audience", "onhand-api")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false")
                .put("introspection.token.claim", "true");
        keycloak.post("/clients", body);
        return keycloak.findClient(clientId)
                .orElseThrow(() -> new IllegalStateException("Keycloak did not keep the client " + clientId));
    }
}
