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

    /** Makes a tenant with one partner client that may do everything in it. */
    void onboard(String alias, String client) {
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
        ObjectNode partner = Json.object().put("clientId", client).put("secret", client + "-secret");
        partner.set("scopes", Json.texts(SCOPES));
        tenant.set("partnerClients", Json.array(List.of(partner)));
        operator.post("/tenants", tenant).expect(200);
    }
}
