package io.onhand.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Receiver receiver;
    private Client client;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
        start();
        client.admin("PUT", "/shops/shop01", """
                {"name":"Mall 01","webhookUrl":"%s","webhookSecret":"%s"}""".formatted(receiver.url(), SECRET));
        client.admin("PUT", "/shops/shop01/listings", """
                {"items":[{"listing_id":"900000000000000001","seller_code":"MUG-BLK","title":"Mug","quantity":5},
                          {"listing_id":"900000000000000002","seller_code":"CAP-09","title":"Cap","quantity":7}]}""");
    }

    @AfterEach
    void close() {
        sandbox.close();
        receiver.close();
    }

    private void start() throws IOException {
        sandbox = Sandbox.start(new Options("127.0.0.1", 0, folder.resolve("sandbox.jsonl")), Clock.systemUTC());
        client = new Client(sandbox.port());
    }

    private JsonNode order(int quantity) {
        return client.admin("POST", "/shops/shop01/orders", """
                {"lines":[{"listing_id":"900000000000000001","quantity":%d}]}""".formatted(quantity));
    }

    @Test
    void tellsAnOrderByASignedWebhookAndTakesItsUnits() throws Exception {
        JsonNode order = order(2);

        Receiver.Received webhook = receiver.next();
        assertThat(Signature.with(SECRET)
                        .sign(
                                webhook.id(),
                                Long.parseLong(webhook.timestamp()),
                                webhook.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(webhook.signature());
        JsonNode payload = Json.parse(webhook.body());
        assertThat(payload.path("type").asText()).isEqualTo("order.created");
        assertThat(payload.path("data")).isEqualTo(order);
        assertThat(order.path("id").isTextual()).isTrue();
        assertThat(order.path("id").asText()).hasSize(18);
        assertThat(stock("900000000000000001")).isEqualTo(3);
    }

    @Test
    void cancelsByQuantityAndSaysSo() throws Exception {
        String id = order(3).path("id").asText();
        receiver.next();
        JsonNode cancelled = client.admin("POST", "/shops/shop01/orders/" + id + "/cancel", """
                {"lines":[{"line_id":"%s-1","quantity":1}],"reason":"too many"}""".formatted(id));

        assertThat(cancelled.path("status").asText()).isEqualTo("partially_cancelled");
        assertThat(Json.parse(receiver.next().body()).path("type").asText()).isEqualTo("order.cancelled");
        assertThat(stock("900000000000000001")).isEqualTo(3);
        assertThatThrownBy(() -> client.admin("POST", "/shops/shop01/orders/" + id + "/cancel", """
                        {"lines":[{"line_id":"%s-1","quantity":3}]}""".formatted(id)))
                .hasMessageContaining("quantity_not_open");
    }

    @Test
    void retriesAWebhookUntilItIsTaken() throws Exception {
        receiver.refuse(2);
        order(1);
        String id = receiver.next().id();
        assertThat(receiver.next().id()).isEqualTo(id);
        assertThat(receiver.next().id()).isEqualTo(id);

        JsonNode log = client.admin("GET", "/shops/shop01/deliveries", null)
                .path("deliveries")
                .path(0);
        client.admin("POST", "/deliveries/" + log.path("id").asText() + "/replay", null);
        assertThat(receiver.next().id()).isEqualTo(id);
    }

    @Test
    void sendsDuplicatesAndBadSignaturesWhenTold() throws Exception {
        client.admin("PUT", "/shops/shop01/faults", "{\"webhook_duplicate\":1,\"webhook_bad_signature\":true}");
        order(1);
        Receiver.Received first = receiver.next();
        assertThat(receiver.next().id()).isEqualTo(first.id());
        assertThat(first.signature())
                .isNotEqualTo(Signature.with(SECRET)
                        .sign(
                                first.id(),
                                Long.parseLong(first.timestamp()),
                                first.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void acceptsAStockWriteItemByItem() throws Exception {
        HttpResponse<String> answer = writeStock("""
                {"items":[{"listing_id":"900000000000000001","quantity":4},{"listing_id":"nothing","quantity":1}]}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode results = Json.parse(answer.body()).path("results");
        assertThat(results.path(0).path("status").asText()).isEqualTo("accepted");
        assertThat(results.path(1).path("code").asText()).isEqualTo("unknown_listing");
        JsonNode history = client.admin("GET", "/shops/shop01/stock/900000000000000001/history", null)
                .path("history");
        assertThat(history).hasSize(2);
        assertThat(history.path(1).path("source").asText()).isEqualTo("api");

        client.admin("PUT", "/shops/shop01/faults", "{\"partial_failure_rate\":1}");
        JsonNode failed = Json.parse(writeStock("{\"items\":[{\"listing_id\":\"900000000000000001\",\"quantity\":2}]}")
                .body());
        assertThat(failed.path("results").path(0).path("code").asText()).isEqualTo("temporarily_unavailable");
        assertThat(stock("900000000000000001")).isEqualTo(4);
    }

    @Test
    void tellsAllChangesAtOnceAndForgetsOldOnesAsTold() throws Exception {
        client.admin("PUT", "/shops/shop01", "{\"historyLimit\":2}");
        for (int quantity = 1; quantity <= 3; quantity++) {
            writeStock("{\"items\":[{\"listing_id\":\"900000000000000001\",\"quantity\":" + quantity + "}]}");
        }
        JsonNode changes =
                client.admin("GET", "/shops/shop01/stock-changes", null).path("changes");
        // The limit is each listing's own.
        assertThat(quantities(changes, "900000000000000001")).containsExactly(2, 3);
        assertThat(quantities(changes, "900000000000000002")).containsExactly(7);
        assertThat(client.admin("GET", "/shops/shop01/stock-changes?since=2999-01-01T00:00:00Z", null)
                        .path("changes"))
                .isEmpty();
    }

    @Test
    void namesTheFieldThatIsWrong() throws Exception {
        HttpResponse<String> answer =
                writeStock("{\"items\":[{\"listing_id\":\"900000000000000001\",\"quantity\":-1}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.parse(answer.body()).path("field").asText()).isEqualTo("items[0].quantity");
        assertThat(writeStock("{").statusCode()).isEqualTo(400);
        assertThat(writeStock("{\"items\":\"" + "x".repeat(1 << 20) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void pagesThroughTheOrdersOfAWindow() throws Exception {
        client.admin("PUT", "/shops/shop01/faults", "{\"webhook_drop\":1}");
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            placed.add(order(1).path("id").asText());
        }
        String token = client.token("shop01");
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = Json.parse(client.call(
                            "GET",
                            "/v1/shops/shop01/orders?updated_after=2020-01-01T00:00:00Z&limit=3&cursor=" + cursor,
                            null,
                            token)
                    .body());
            page.path("orders").forEach(order -> seen.add(order.path("id").asText()));
            cursor = page.path("next_cursor").asText("");
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(placed);
    }

    @Test
    void refusesWrongExpiredAndForeignTokensAndTooMuch() throws Exception {
        String path = "/v1/shops/shop01/stock";
        String token = client.token("shop01");
        assertThat(client.call("GET", path, null, "nonsense").body()).contains("token_invalid");
        assertThat(client.call("GET", path, null, client.token("shop02")).statusCode())
                .isEqualTo(403);
        client.admin("PUT", "/shops/shop01/faults", "{\"token_expires_s\":0}");
        assertThat(client.call("GET", path, null, token).body()).contains("token_expired");
        client.admin("DELETE", "/shops/shop01/faults", null);
        client.admin("PUT", "/shops/shop01", "{\"quota\":{\"requestsPerSecond\":0.01,\"burst\":1}}");
        assertThat(client.call("GET", path, null, token).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = client.call("GET", path, null, token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void breaksAsTold() throws Exception {
        client.admin("PUT", "/shops/shop01/faults", "{\"http_5xx_rate\":1}");
        assertThat(writeStock("{}").statusCode()).isEqualTo(503);
        client.admin("PUT", "/shops/shop01/faults", "{\"drop_after_apply_rate\":1}");
        assertThatThrownBy(() -> writeStock("{\"items\":[{\"listing_id\":\"900000000000000001\",\"quantity\":1}]}"))
                .isInstanceOf(IOException.class);
        client.admin("PUT", "/shops/shop01/faults", "{\"slow_ms\":50}");
        assertThat(stock("900000000000000001")).isEqualTo(1);
        JsonNode counts = client.admin("GET", "/state?shop=shop01", null)
                .path("shops")
                .path(0)
                .path("counts");
        assertThat(counts.path("answered_5xx").asInt()).isEqualTo(1);
        assertThat(counts.path("dropped_connections").asInt()).isEqualTo(1);
    }

    @Test
    void knowsItsShopsStockAndOrdersAfterARestart() throws Exception {
        String id = order(2).path("id").asText();
        receiver.next();
        sandbox.close();
        start();
        assertThat(client.admin("GET", "/shops/shop01", null).path("name").asText())
                .isEqualTo("Mall 01");
        assertThat(client.admin("GET", "/shops/shop01/orders/" + id, null)
                        .path("number")
                        .asText())
                .isNotEmpty();
        assertThat(stock("900000000000000001")).isEqualTo(3);
        client.admin("DELETE", "/state", null);
        assertThat(client.admin("GET", "/state", null).path("shops")).hasSize(10);
        assertThat(client.admin("GET", "/shops/shop01/orders", null).path("orders"))
                .isEmpty();
    }

    private HttpResponse<String> writeStock(String json) throws IOException {
        return client.call("POST", "/v1/shops/shop01/stock", json, client.token("shop01"));
    }

    private int stock(String listing) throws IOException {
        return Json.parse(client.call("GET", "/v1/shops/shop01/stock/" + listing, null, client.token("shop01"))
                        .body())
                .path("quantity")
                .asInt();
    }

    private static List<Integer> quantities(JsonNode changes, String listing) {
        List<Integer> quantities = new ArrayList<>();
        for (JsonNode change : changes) {
            if (change.path("listing_id").asText().equals(listing)) {
                quantities.add(change.path("quantity").asInt());
            }
        }
        return quantities;
    }
}
