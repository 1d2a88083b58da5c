package io.onhand.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a partner's program is told when something is not as it must be. */
class ApiProblemsIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void withoutATokenNothingIsAnswered() {
        Answer answer = new PartnerApi(product.url(), null).get("/orders");

        isProblem(answer, 401, "token-required");
    }

    @Test
    void aTokenThatKeycloakDidNotGiveIsRefused() {
        String[] parts = product.token("demo-partner").split("\\.", -1);
        String forged = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

        isProblem(new PartnerApi(product.url(), () -> forged).get("/orders"), 401, "token-invalid");
        isProblem(new PartnerApi(product.url(), () -> "nonsense").get("/orders"), 401, "token-invalid");
    }

    @Test
    void aTenantThatGaveNoGrantIsRefused() {
        Answer answer = product.api().send("GET", "/orders", null, Map.of("Onhand-Tenant", "aozora"));

        isProblem(answer, 403, "tenant-not-granted");
    }

    @Test
    void onboardingIsForTheOperatorOnly() {
        Answer answer = product.api().post("/tenants", Json.object().put("alias", "intruder"));

        isProblem(answer, 403, "role-missing");
    }

    @Test
    void aMissingScopeIsNamed() {
        JsonNode client = Json.object()
                .put("clientId", "it-reader")
                .put("secret", "it-reader-secret")
                .set("scopes", Json.texts("orders:read"));
        ObjectNode tenant = Json.object()
                .put("alias", "bluehan")
                .put("name", "Bluehan Co.")
                .put("timeZone", "Asia/Seoul")
                .put("locale", "ko")
                .put("domain", "bluehan.example");
        tenant.set("admin", minji());
        tenant.set("partnerClients", Json.array(List.of(client)));
        String operator = product.operatorToken();
        new PartnerApi(product.url(), () -> operator).post("/tenants", tenant).expect(200);
        PartnerApi reader = product.api("it-reader");

        Answer read = reader.get("/orders?limit=1");
        Answer written = reader.post("/orders", Json.object());

        assertThat(read.status()).isEqualTo(200);
        isProblem(written, 403, "scope-missing");
        assertThat(written.toString()).contains("orders:write");
    }

    private static ObjectNode minji() {
        return Json.object()
                .put("username", "minji")
                .put("email", "minji@bluehan.example")
                .put("firstName", "Minji")
                .put("lastName", "Kim");
    }

    @Test
    void aFormThatDoesNotSayItIsOneIsRefused() {
        Answer answer = Http.send(
                "POST",
                product.url() + "/api/v1/imports",
                "--part--".getBytes(StandardCharsets.US_ASCII),
                "*/*",
                Map.of("Authorization", "Bearer " + product.token("demo-partner")));

        isProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        isProblem(product.api().get("/orders/" + UUID.randomUUID()), 404, "order-not-found");
        isProblem(product.api().get("/skus/NO-SUCH-SKU"), 404, "sku-not-found");
        isProblem(product.api().get("/nothing-of-the-kind"), 404, "no-such-path");
    }

    @Test
    void aWrongValueIsNamedByItsField() {
        Goods mugs = Goods.onSale(product, 5);

        Answer none = product.api().post("/orders", mugs.order(3, 0));
        Answer unknown = product.api().post("/orders", mugs.order(3, 1).put("colour", "black"));
        Answer text = product.api().post("/orders", withQuantity(mugs.order(3, 1), "two"));

        isProblem(none, 422, "invalid-input");
        assertThat(none.field()).isEqualTo("lines[0].quantity");
        isProblem(unknown, 400, "unknown-field");
        assertThat(unknown.field()).isEqualTo("colour");
        isProblem(text, 400, "wrong-type");
        assertThat(text.field()).isEqualTo("lines[0].quantity");
        mugs.ledgerShows(5, 0);
    }

    private static ObjectNode withQuantity(ObjectNode order, String quantity) {
        ((ObjectNode) order.at("/lines/0")).put("quantity", quantity);
        return order;
    }

    @Test
    void idsOfAnotherTenantAnswerAsIfTheyDidNotExist() {
        Goods mugs = Goods.onSale(product, 5);
        String order = product.api()
                .post("/orders", mugs.order(3, 1))
                .expect(201)
                .path("id")
                .asText();
        String listing = product.api()
                .all("/listings?channel=" + mugs.mall(3).channelId())
                .get(0)
                .path("id")
                .asText();

        isAsIfItDidNotExist("GET", "/orders/%s", order);
        isAsIfItDidNotExist("POST", "/orders/%s/cancellations", order);
        isAsIfItDidNotExist("GET", "/channels/%s", mugs.mall(3).channelId());
        isAsIfItDidNotExist("POST", "/channels/%s/pause", mugs.mall(3).channelId());
        isAsIfItDidNotExist(
                "GET", "/availability/YUKATA-M?channel=%s", mugs.mall(3).channelId());
        isAsIfItDidNotExist("GET", "/listings/%s", listing);
        isAsIfItDidNotExist("DELETE", "/listings/%s/link", listing);
        mugs.ledgerShows(5, 1);
    }

    /** The same answer to the other tenant as for an id that nobody has. */
    private static void isAsIfItDidNotExist(String method, String path, String id) {
        PartnerApi aozora = product.api("aozora-partner");
        String nobodys = UUID.randomUUID().toString();
        JsonNode body = method.equals("POST") ? Json.object() : null;

        Answer real = aozora.send(method, String.format(path, id), body, Map.of());
        Answer unreal = aozora.send(method, String.format(path, nobodys), body, Map.of());

        assertThat(real.status()).as(real.toString()).isEqualTo(404).isEqualTo(unreal.status());
        assertThat(withoutTraces(real, id)).isEqualTo(withoutTraces(unreal, nobodys));
    }

    private static String withoutTraces(Answer answer, String id) {
        ObjectNode problem = answer.json().deepCopy();
        problem.remove("instance");
        return problem.toString().replace(id, "ID");
    }

    @Test
    void listsOfOneTenantShowNothingOfAnother() {
        Goods mugs = Goods.onSale(product, 5);
        PartnerApi aozora = product.api("aozora-partner");

        assertThat(aozora.get("/skus/" + mugs.sku()).status()).isEqualTo(404);
        assertThat(aozora.all("/channels"))
                .noneMatch(channel -> channel.path("name").asText().startsWith("Mall "));
        assertThat(aozora.get("/stock/levels?search=" + mugs.sku()).expect(200).path("items"))
                .isEmpty();
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
