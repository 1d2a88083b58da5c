package io.onhand.acceptance.journey;

import static io.onhand.acceptance.running.RunningProduct.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.running.RunningProduct;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A SKU of one test alone, on sale at the ten demo malls, so that no test meets another's stock. */
final class Goods {
    private static final String LOCATION = "SEOUL";

    private final PartnerApi api;
    private final String sku =
            "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final List<Stall> stalls = new ArrayList<>();

    private Goods(PartnerApi api) {
        this.api = api;
    }

    /** Puts so many units on sale at Mall 01 to 10, and waits until all of them show that. */
    static Goods onSale(RunningProduct product, int units) {
        Goods goods = new Goods(product.api());
        goods.api
                .put("/skus/" + goods.sku, Json.object().put("name", "Goods of a test"))
                .expect(200, 201);
        goods.api.count(goods.sku, LOCATION, units);
        goods.api.all("/channels").stream()
                .filter(channel -> channel.path("name").asText().startsWith("Mall "))
                .forEach(channel -> goods.openStall(channel, product.sandbox()));
        goods.everyMallShows(units);
        return goods;
    }

    private void openStall(JsonNode channel, Sandbox sandbox) {
        SandboxShop shop = sandbox.shop(channel.at("/settings/shop").asText());
        String listing = shop.id() + "-" + sku;
        shop.list(listing, sku);
        String channelId = channel.path("id").asText();
        ObjectNode item = Json.object().put("externalId", listing).put("skuCode", sku);
        ObjectNode body = Json.object().put("channelId", channelId);
        body.set("listings", Json.array(List.of(item)));
        api.post("/listings", body).expect(200);
        stalls.add(new Stall(channel.path("name").asText(), channelId, listing, shop));
    }

    String sku() {
        return sku;
    }

    /** All ten, in the order of their names. */
    List<Stall> stalls() {
        return stalls;
    }

    /** Mall 01 to Mall 10. */
    Stall mall(int number) {
        return stalls.get(number - 1);
    }

    /** An order of the goods at a mall, as the API takes it. */
    ObjectNode order(int mall, int quantity) {
        return order(mall, quantity, "it-" + UUID.randomUUID());
    }

    /** The same with a number of one's own. */
    ObjectNode order(int mall, int quantity, String number) {
        ObjectNode line = Json.object()
                .put("externalLineId", "1")
                .put("listingId", mall(mall).listing())
                .put("quantity", quantity)
                .put("unitPriceMinor", 12900);
        ObjectNode order = Json.object()
                .put("channelId", mall(mall).channelId())
                .put("externalId", number)
                .put("placedAt", "2026-08-03T21:14:08+09:00")
                .put("currency", "KRW");
        order.set("lines", Json.array(List.of(line)));
        return order;
    }

    /** Waits until each of the ten shops shows so many units. */
    void everyMallShows(int units) {
        Map<String, Optional<Integer>> expected = new TreeMap<>();
        stalls.forEach(stall -> expected.put(stall.name(), Optional.of(units)));
        eventually(() -> assertThat(shown()).isEqualTo(expected));
    }

    /** Waits until each of the ten shops shows what we say it may sell, and that this is so many units. */
    void everyMallIsRight(Duration patience, int units) {
        eventually(patience, () -> {
            Map<String, Optional<Integer>> ours = new TreeMap<>();
            Map<String, Integer> available = api.availability(sku);
            stalls.forEach(stall -> ours.put(stall.name(), Optional.ofNullable(available.get(stall.channelId()))));
            assertThat(ours.values()).containsOnly(Optional.of(units));
            assertThat(shown()).isEqualTo(ours);
        });
    }

    /** Waits until a shop shows so many units or fewer. */
    void mallShowsAtMost(int number, int units) {
        Stall stall = mall(number);
        eventually(() ->
                assertThat(stall.shop().quantity(stall.listing()).orElseThrow()).isLessThanOrEqualTo(units));
    }

    /** What each shop shows now. */
    private Map<String, Optional<Integer>> shown() {
        Map<String, Optional<Integer>> shown = new TreeMap<>();
        stalls.forEach(stall -> shown.put(stall.name(), stall.shop().quantity(stall.listing())));
        return shown;
    }

    /** Waits until we told a mall this quantity after that moment. */
    void isTold(int mall, int quantity, Instant since) {
        eventually(() -> assertThat(mall(mall).shop().history(mall(mall).listing(), since))
                .anyMatch(change -> change.source().equals("api") && change.quantity() == quantity));
    }

    /** The level at the one location that has the goods. */
    JsonNode level() {
        return api.get("/stock/levels/" + Http.encode(sku)).expect(200).at("/items/0");
    }

    /** The ledger has so many units on hand, of which so many are held by orders. */
    void ledgerShows(int onHand, int reserved) {
        JsonNode level = level();
        assertThat(level.path("onHand").asInt()).as("on hand of " + sku).isEqualTo(onHand);
        assertThat(level.path("reserved").asInt()).as("reserved of " + sku).isEqualTo(reserved);
    }

    /** Waits until the order of this number is there, and there once, and returns it. */
    JsonNode orderIsThereOnce(int mall, String number) {
        List<JsonNode> found = eventually(() -> orders(mall, number), orders -> !orders.isEmpty());
        assertThat(found).as("orders of number " + number).hasSize(1);
        return found.get(0);
    }

    /** The orders of a mall whose number starts so. */
    List<JsonNode> orders(int mall, String number) {
        return api.all("/orders?channel=" + mall(mall).channelId() + "&number=" + Http.encode(number));
    }
}
