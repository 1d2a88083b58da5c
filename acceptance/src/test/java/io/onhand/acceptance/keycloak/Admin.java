package io.onhand.acceptance.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Superuser;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Keycloak's admin REST API, which its console uses, with the token of who calls it. */
final class Admin {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String keycloak;
    private final String token;

    private Admin(String keycloak, String form) {
        this.keycloak = keycloak;
        this.token = Http.send(
                        "POST",
                        keycloak + "/realms/onhand/protocol/openid-connect/token",
                        form.getBytes(StandardCharsets.UTF_8),
                        FORM,
                        Map.of())
                .expect(200)
                .path("access_token")
                .asText();
    }

    /** Signs in; the password of demo people is their name. */
    static Admin person(String keycloak, String person) {
        return new Admin(
                keycloak, "grant_type=password&client_id=admin-cli&username=" + person + "&password=" + person);
    }

    /** The platform's own client that onboards tenants: it may see all of them. */
    static Admin platform(Installation installation) {
        String secret = Superuser.secret(installation, "client.onhand-onboarding.secret");
        return new Admin(
                installation.keycloakUrl(),
                "grant_type=client_credentials&client_id=onhand-onboarding&client_secret=" + secret);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, JsonNode body) {
        return Http.send(method, address(path), body, authorization());
    }

    /** Posts a form, its values already encoded. */
    Answer postForm(String path, String form) {
        return Http.send("POST", address(path), form.getBytes(StandardCharsets.UTF_8), FORM, authorization());
    }

    /** The id of a person whom this admin may see. */
    String user(String name) {
        return get("/users?exact=true&username=" + name).expect(200).at("/0/id").asText();
    }

    /** The id of this admin's one organization. */
    String organization() {
        return get("/organizations").expect(200).at("/0/id").asText();
    }

    /** The id of this admin's one group at the top. */
    String group() {
        return get("/groups").expect(200).at("/0/id").asText();
    }

    private String address(String path) {
        return keycloak + "/admin/realms/onhand" + path;
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + token);
    }
}
