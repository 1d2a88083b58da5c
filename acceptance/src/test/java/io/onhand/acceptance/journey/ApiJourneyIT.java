package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner's program works with the API. */
class ApiJourneyIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private PartnerApi api;

    @BeforeEach
    void signIn() {
        api = product.api();
    }

    @Test
    void anOrderTakesItsUnitFromEveryChannel() {
        Goods mugs = Goods.onSale(product, 5);

        Answer taken = api.post("/orders", mugs.order(3, 1));

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().path("outcome").asText()).isEqualTo("new");
        assertThat(taken.json().path("state").asText()).isEqualTo("held");
        mugs.everyMallShows(4);
        mugs.ledgerShows(5, 1);
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        Goods mugs = Goods.onSale(product, 5);
        ObjectNode order = mugs.order(3, 1);
        JsonNode first = api.post("/orders", order).expect(201);

        JsonNode second = api.post("/orders", order).expect(200);

        assertThat(second.path("outcome").asText()).isEqualTo("duplicate");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        mugs.ledgerShows(5, 1);
    }

    @Test
    void anotherContentUnderTheSameNumberIsAChange() {
        Goods mugs = Goods.onSale(product, 5);
        String number = "it-" + UUID.randomUUID();
        JsonNode first = api.post("/orders", mugs.order(3, 1, number)).expect(201);

        JsonNode second = api.post("/orders", mugs.order(3, 2, number)).expect(200);

        assertThat(second.path("outcome").asText()).isEqualTo("changed");
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        mugs.everyMallShows(3);
        mugs.ledgerShows(5, 2);
    }

    @Test
    void aRetryUnderTheSameKeyGetsTheFirstAnswer() {
        Goods mugs = Goods.onSale(product, 5);
        ObjectNode order = mugs.order(3, 1);
        Map<String, String> key = Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        Answer first = api.send("POST", "/orders", order, key);

        Answer replayed = api.send("POST", "/orders", order, key);
        Answer another = api.send("POST", "/orders", mugs.order(3, 1), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(replayed.status()).isEqualTo(201);
        assertThat(replayed.json()).isEqualTo(first.json());
        assertThat(replayed.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.code()).isEqualTo("idempotency-key-reused");
        mugs.ledgerShows(5, 1);
    }

    @Test
    void cancelledUnitsReturnToEveryChannel() {
        Goods mugs = Goods.onSale(product, 5);
        String id = api.post("/orders", mugs.order(3, 3)).expect(201).path("id").asText();
        mugs.everyMallShows(2);
        String line = api.get("/orders/" + id).expect(200).at("/lines/0/id").asText();

        JsonNode cancelled = api.post("/orders/" + id + "/cancellations", cancellation(line, 2))
                .expect(200);
        Answer tooMany = api.post("/orders/" + id + "/cancellations", cancellation(line, 2));

        assertThat(cancelled.at("/lines/0/held").asInt()).isEqualTo(1);
        assertThat(cancelled.at("/lines/0/cancelled").asInt()).isEqualTo(2);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("not-that-many-open");
        mugs.everyMallShows(4);
        mugs.ledgerShows(5, 1);
    }

    private static ObjectNode cancellation(String line, int quantity) {
        ObjectNode part = Json.object().put("lineId", line).put("quantity", quantity);
        ObjectNode cancellation = Json.object().put("reason", "buyer_changed_mind");
        cancellation.set("lines", Json.array(List.of(part)));
        return cancellation;
    }

    @Test
    void availabilityExplainsItself() {
        Goods mugs = Goods.onSale(product, 5);
        String id = api.post("/orders", mugs.order(3, 2)).expect(201).path("id").asText();

        JsonNode why = api.get("/availability/" + mugs.sku() + "?channel="
                        + mugs.mall(7).channelId() + "&explain=true")
                .expect(200);

        assertThat(why.path("available").asInt()).isEqualTo(3);
        JsonNode seoul = Json.stream(why.at("/explanation/parts"))
                .filter(part -> part.path("location").asText().equals("SEOUL"))
                .findFirst()
                .orElseThrow();
        assertThat(seoul.path("onHand").asInt()).isEqualTo(5);
        assertThat(seoul.path("reserved").asInt()).isEqualTo(2);
        assertThat(seoul.path("free").asInt()).isEqualTo(3);
        assertThat(why.at("/explanation/policy/version").asInt()).isPositive();
        assertThat(why.at("/explanation/holds/0/orderId").asText()).isEqualTo(id);
        assertThat(why.at("/explanation/holds/0/units").asInt()).isEqualTo(2);
    }

    @Test
    void anUnknownListingWaitsAndFlowsOnceSomebodyLinksIt() {
        Goods mugs = Goods.onSale(product, 5);
        String listing = "new-" + mugs.sku();
        mugs.mall(3).shop().list(listing, "somebody-elses-code");
        ObjectNode order = mugs.order(3, 1);
        ((ObjectNode) order.at("/lines/0")).put("listingId", listing);

        JsonNode taken = api.post("/orders", order).expect(201);

        assertThat(taken.path("state").asText()).isEqualTo("unmatched");
        mugs.ledgerShows(5, 0);
        JsonNode waiting = api
                .all("/listings?waiting=true&channel=" + mugs.mall(3).channelId())
                .stream()
                .filter(candidate -> candidate.path("externalId").asText().equals(listing))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.path("state").asText()).isEqualTo("unmatched");

        api.put(
                        "/listings/" + waiting.path("id").asText() + "/link",
                        Json.object().put("skuCode", mugs.sku()))
                .expect(200);

        String id = taken.path("id").asText();
        eventually(() -> assertThat(
                        api.get("/orders/" + id).expect(200).path("state").asText())
                .isEqualTo("held"));
        mugs.everyMallShows(4);
        mugs.ledgerShows(5, 1);
    }

    @Test
    void aCodeThatNoSkuAnswersToWaitsToo() {
        Goods mugs = Goods.onSale(product, 5);
        ObjectNode order = mugs.order(3, 1);
        ObjectNode line = (ObjectNode) order.at("/lines/0");
        line.remove("listingId");
        line.set("skuCodes", Json.texts("NOBODYS-" + mugs.sku()));

        assertThat(api.post("/orders", order).expect(201).path("state").asText())
                .isEqualTo("unmatched");
        mugs.ledgerShows(5, 0);
    }

    @Test
    void withoutStockThePolicyDecides() {
        Goods mugs = Goods.onSale(product, 1);

        JsonNode order = api.post("/orders", mugs.order(3, 2)).expect(201);

        assertThat(order.path("state").asText()).isEqualTo("backordered");
        api.adjust(mugs.sku(), "SEOUL", 1);
        eventually(() -> assertThat(api.get("/orders/" + order.path("id").asText())
                        .expect(200)
                        .path("state")
                        .asText())
                .isEqualTo("held"));
        mugs.everyMallShows(0);
        mugs.ledgerShows(2, 2);
    }
}
