package io.onhand.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** The partner API as one client calls it. Paths start below {@code /api/v1}, with a slash. */
public final class PartnerApi {
    private final String base;
    private final Supplier<String> token;

    /**
     * Calls nothing yet.
     *
     * @param url address of the product
     * @param token gives a bearer token for each call, or null to call without one
     */
    public PartnerApi(String url, Supplier<String> token) {
        this.base = url + "/api/v1";
        this.token = token;
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Sends with POST. */
    public Answer post(String path, JsonNode body) {
        return send("POST", path, body, Map.of());
    }

    /** Sends with PUT. */
    public Answer put(String path, JsonNode body) {
        return send("PUT", path, body, Map.of());
    }

    /** Removes. */
    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends with header fields of one's own. */
    public Answer send(String method, String path, JsonNode body, Map<String, String> headers) {
        return Http.send(method, base + path, body, withToken(headers));
    }

    /**
     * Uploads an order file.
     *
     * @param password null for none
     */
    public Answer upload(String channelId, String fileName, byte[] file, String password) {
        Map<String, String> headers = password == null ? Map.of() : Map.of("Onhand-File-Password", password);
        String path = "/imports/files?channel=" + channelId + "&fileName=" + Http.encode(fileName);
        return Http.send("POST", base + path, file, "application/octet-stream", withToken(headers));
    }

    private Map<String, String> withToken(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token.get());
        }
        return all;
    }

    /** Every item of a list, whatever the number of its pages; {@code path} names no cursor and no limit. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String more = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String cursor = "";
        do {
            JsonNode page = get(more + cursor).expect(200);
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + Http.encode(page.path("next").asText())
                    : null;
        } while (cursor != null);
        return items;
    }

    /** Adds units of a SKU at a location, or with a negative number takes them. */
    public void adjust(String sku, String location, int delta) {
        JsonNode adjustment = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("sku", sku)
                .put("location", location)
                .put("delta", delta)
                .put("reason", delta > 0 ? "received" : "lost");
        applied(post("/stock/adjustments", Json.object().set("adjustments", Json.array(List.of(adjustment)))));
    }

    /** Says how many units of a SKU are on hand at a location now. */
    public void count(String sku, String location, int quantity) {
        JsonNode level = Json.object()
                .put("id", UUID.randomUUID().toString())
                .put("sku", sku)
                .put("location", location)
                .put("quantity", quantity);
        applied(post("/stock/levels", Json.object().set("levels", Json.array(List.of(level)))));
    }

    private static void applied(Answer answer) {
        if (answer.expect(200).path("refused").asInt() > 0) {
            throw new UnexpectedAnswer(answer.toString());
        }
    }

    /** What each channel may sell of a SKU now, by the channel's id. */
    public Map<String, Integer> availability(String sku) {
        Map<String, Integer> units = new TreeMap<>();
        get("/availability?sku=" + Http.encode(sku))
                .expect(200)
                .path("items")
                .forEach(item -> units.put(
                        item.path("channelId").asText(), item.path("available").asInt()));
        return units;
    }

    /** What one channel may sell of a SKU now. */
    public int availability(String sku, String channelId) {
        return get("/availability/" + Http.encode(sku) + "?channel=" + channelId)
                .expect(200)
                .path("available")
                .asInt();
    }
}
