package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Tokens;
import java.util.List;

/** Onboards tenants as the platform's operator does. */
final class Merchants {
    private static final String[] SCOPES = {
        "locations:read", "locations:write", "skus:read", "skus:write", "channels:read", "channels:write",
        "stock:read", "stock:write", "orders:read", "orders:write", "imports:write", "relay:write"
    };

    private final PartnerApi operator;

    Merchants(Installation installation) {
        String secret = Secrets.of(installation).operatorSecret();
        Tokens tokens = new Tokens(installation.keycloakUrl());
        operator = new PartnerApi(installation.url(), () -> tokens.of("onhand-operator", secret));
    }

    /** Makes a tenant with partner clients that may do everything in it, or adds what is missing. */
    void onboard(String alias, List<String> clients) {
        ObjectNode tenant = Json.object()
                .put("alias", alias)
                .put("name", "Benchmark " + alias)
                .put("timeZone", "Asia/Seoul")
                .put("locale", "en")
                .put("outOfStock", "backorder")
                .put("domain", alias + ".example");
        tenant.putObject("admin")
                .put("username", alias + "-admin")
                .put("email", "admin@" + alias + ".example")
                .put("firstName", "Bench")
                .put("lastName", "Mark");
        tenant.set(
                "partnerClients",
                Json.array(clients.stream().map(Merchants::partner).toList()));
        operator.post("/tenants", tenant).expect(200);
    }

    private static ObjectNode partner(String client) {
        ObjectNode partner = Json.object().put("clientId", client).put("secret", client + "-secret");
        partner.set("scopes", Json.texts(SCOPES));
        return partner;
    }
}
