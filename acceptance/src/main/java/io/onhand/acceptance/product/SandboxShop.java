package io.onhand.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One shop of the sandbox marketplace: its buyers, what it believes to have, and what goes wrong in it. */
public final class SandboxShop {
    /** Listings that the marketplace takes at once. */
    private static final int BATCH = 5_000;

    private final Sandbox sandbox;
    private final String id;

    SandboxShop(Sandbox sandbox, String id) {
        this.sandbox = sandbox;
        this.id = id;
    }

    /** A quantity that the shop's listing was given, and by whom: {@code api}, {@code order}, {@code cancellation}, {@code admin}. */
    public record Change(int quantity, Instant at, String source) {}

    /** Its id, e.g. {@code shop03}. */
    public String id() {
        return id;
    }

    /** Opens the shop or changes its settings; what is not named stays. */
    public void settings(JsonNode settings) {
        send("PUT", "", settings).expect(200);
    }

    /** What the shop is set to. */
    public JsonNode settings() {
        return send("GET", "", null).expect(200);
    }

    /** Puts a listing up for sale, without a quantity yet. */
    public void list(String listing, String sellerCode) {
        ObjectNode item = Json.object()
                .put("listing_id", listing)
                .put("seller_code", sellerCode)
                .put("title", sellerCode)
                .put("unit_price", "12900");
        list(List.of(item));
    }

    /**
     * Puts many listings up for sale.
     *
     * @param items as the marketplace's admin API takes them
     */
    public void list(List<? extends JsonNode> items) {
        for (int from = 0; from < items.size(); from += BATCH) {
            List<? extends JsonNode> some = items.subList(from, Math.min(items.size(), from + BATCH));
            send("PUT", "/listings", Json.object().set("items", Json.array(some)))
                    .expect(200);
        }
    }

    /** Whether the shop has a listing. */
    public boolean lists(String listing) {
        return send("GET", "/stock/" + Http.encode(listing) + "/history", null).status() == 200;
    }

    /** A buyer orders and the shop tells us by webhook; returns the order. */
    public JsonNode order(String listing, int quantity) {
        return order(listing, quantity, "webhook");
    }

    /** A buyer orders, and only polling shows it; returns the order. */
    public JsonNode orderSilently(String listing, int quantity) {
        return order(listing, quantity, "silent");
    }

    private JsonNode order(String listing, int quantity, String mode) {
        ObjectNode line = Json.object().put("listing_id", listing).put("quantity", quantity);
        ObjectNode order = Json.object().put("mode", mode);
        order.set("lines", Json.array(List.of(line)));
        return order(order);
    }

    /** A buyer orders what the body says, as the sandbox's description has it; returns the order. */
    public JsonNode order(JsonNode body) {
        return send("POST", "/orders", body).expect(201);
    }

    /** Every order that was ever placed here, as the shop knows it now. */
    public List<JsonNode> orders() {
        List<JsonNode> orders = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = send("GET", "/orders?limit=100" + cursor, null).expect(200);
            page.path("orders").forEach(orders::add);
            cursor = page.hasNonNull("next_cursor")
                    ? "&cursor=" + Http.encode(page.path("next_cursor").asText())
                    : null;
        } while (cursor != null);
        return orders;
    }

    /** How many units the shop shows of each of its listings; 0 before it was ever told. */
    public Map<String, Integer> quantities() {
        Map<String, Integer> shown = new TreeMap<>();
        sandbox.send("GET", "/state?shop=" + id, null)
                .expect(200)
                .at("/shops/0/listings")
                .forEach(listing -> shown.put(
                        listing.path("listing_id").asText(),
                        listing.path("quantity").asInt()));
        return shown;
    }

    /** The buyer cancels everything that is open; the shop tells us by webhook. */
    public void cancel(String orderId) {
        send("POST", "/orders/" + orderId + "/cancel", Json.object()).expect(200);
    }

    /** The buyer cancels some units of the order's first line; the shop tells us by webhook. */
    public void cancel(JsonNode order, int quantity) {
        cancel(order, 0, quantity);
    }

    /** The buyer cancels some units of one of the order's lines, counted from 0; the shop tells us by webhook. */
    public void cancel(JsonNode order, int position, int quantity) {
        ObjectNode line = Json.object()
                .put("line_id", order.path("lines").path(position).path("id").asText())
                .put("quantity", quantity);
        send(
                        "POST",
                        "/orders/" + order.path("id").asText() + "/cancel",
                        Json.object().set("lines", Json.array(List.of(line))))
                .expect(200);
    }

    /** How many units the shop believes to have of a listing; empty before it was ever told. */
    public Optional<Integer> quantity(String listing) {
        List<Change> changes = history(listing, Instant.EPOCH);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).quantity());
    }

    /** Every quantity that a listing was given since then, the oldest first. */
    public List<Change> history(String listing, Instant since) {
        String path = "/stock/" + Http.encode(listing) + "/history?since=" + Http.encode(since.toString());
        return Json.stream(send("GET", path, null).expect(200).path("history"))
                .map(SandboxShop::change)
                .toList();
    }

    /** Every quantity that any listing was given since then, the oldest first, by listing. */
    public Map<String, List<Change>> changes(Instant since) {
        JsonNode answer = send("GET", "/stock-changes?since=" + Http.encode(since.toString()), null)
                .expect(200);
        return Json.stream(answer.path("changes"))
                .collect(Collectors.groupingBy(
                        change -> change.path("listing_id").asText(),
                        Collectors.mapping(SandboxShop::change, Collectors.toList())));
    }

    private static Change change(JsonNode change) {
        return new Change(
                change.path("quantity").asInt(),
                Instant.parse(change.path("at").asText()),
                change.path("source").asText());
    }

    /** The webhooks about an order with their attempts, the newest first, of the shop's last 100. */
    public List<JsonNode> deliveries(String orderId) {
        return Json.stream(
                        send("GET", "/deliveries?limit=100", null).expect(200).path("deliveries"))
                .filter(delivery -> delivery.path("order_id").asText().equals(orderId))
                .toList();
    }

    /** Sends a webhook again under its own id. */
    public void replay(JsonNode delivery) {
        sandbox.send("POST", "/deliveries/" + delivery.path("id").asText() + "/replay", null)
                .expect(202);
    }

    /**
     * How often something happened to the requests of the shop's client: {@code requests}, {@code answered_429}, {@code
     * answered_5xx}, {@code dropped_connections}, {@code stock_items}.
     */
    public int count(String what) {
        return sandbox.send("GET", "/state?listings=false&shop=" + id, null)
                .expect(200)
                .at("/shops/0/counts")
                .path(what)
                .asInt();
    }

    /** Lets things go wrong on purpose; what is not named is off. */
    public void faults(ObjectNode faults) {
        send("PUT", "/faults", faults).expect(200);
    }

    /** Lets nothing go wrong any more. */
    public void noFaults() {
        send("DELETE", "/faults", null).expect(204);
    }

    private Answer send(String method, String path, JsonNode body) {
        return sandbox.send(method, "/shops/" + id + path, body);
    }
}
