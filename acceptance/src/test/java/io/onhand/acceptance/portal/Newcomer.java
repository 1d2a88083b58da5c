package io.onhand.acceptance.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.util.UUID;

/** A company of yesterday: one person, and nothing else yet. */
final class Newcomer {
    private Newcomer() {}

    /** The name of its person, which is the password too. */
    static String onboard(RunningProduct product) {
        String alias = "n" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode admin = Json.object()
                .put("username", alias)
                .put("email", alias + "@" + alias + ".example")
                .put("firstName", "Bora")
                .put("lastName", "Han")
                .put("password", alias);
        ObjectNode tenant = Json.object()
                .put("alias", alias)
                .put("name", "Newcomer Co.")
                .put("timeZone", "Asia/Seoul")
                .put("locale", "ko");
        tenant.set("admin", admin);
        new PartnerApi(product.url(), product::operatorToken)
                .post("/tenants", tenant)
                .expect(201, 200);
        return alias;
    }
}
