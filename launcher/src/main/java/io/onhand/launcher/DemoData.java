package io.onhand.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two tenants with people, places, SKUs, stock and connected channels, made through the same API that partners use.
 * Every step can be repeated and changes nothing the second time.
 */
final class DemoData {
    private static final List<String> TENANTS = List.of("bluehan", "aozora");
    /** What the API takes at once. */
    private static final int BATCH = 500;

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    DemoData(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    /**
     * Loads it on the first start, and again when a port changed: the channels know addresses.
     *
     * @return whether there was anything to do
     */
    boolean load() {
        Path marker = home.data().resolve("demo-data");
        String state = "1 " + ports;
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(state)) {
                return false;
            }
            TENANTS.forEach(this::load);
            Files.writeString(marker, state, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            throw new LaunchFailure("cannot write " + marker + ": " + e.getMessage(), e);
        }
    }

    private void load(String name) {
        JsonNode demo = read(name);
        String api = ports.publicUrl() + "/api/v1";
        new JsonApi(api, Token.of("operator", ports, secrets)).post("/tenants", demo.path("tenant"));
        String client = demo.at("/tenant/partnerClients/0/clientId").asText();
        JsonApi partner = new JsonApi(api, Token.of(client, ports, secrets));
        loadCatalog(partner, demo);
        loadLevels(partner, demo, name);
        Map<String, String> channels = channels(partner);
        demo.path("shops").forEach(shop -> connectShop(partner, demo, shop, channels));
        demo.path("files").forEach(file -> connectFile(partner, file, channels));
    }

    private static JsonNode read(String name) {
        try (InputStream stream = DemoData.class.getResourceAsStream("/demo/" + name + ".json")) {
            return JsonApi.JSON.readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException("demo/" + name + ".json cannot be read", e);
        }
    }

    private static void loadCatalog(JsonApi api, JsonNode demo) {
        demo.path("locations").forEach(location -> putByCode(api, "/locations/", location));
        demo.path("skus").forEach(sku -> putByCode(api, "/skus/", sku));
    }

    private static void putByCode(JsonApi api, String path, JsonNode item) {
        ObjectNode body = item.deepCopy();
        String code = body.remove("code").asText();
        api.put(path + JsonApi.segment(code), body);
    }

    /** A level has an id of its own: told again, it changes nothing, whatever was sold since. */
    private static void loadLevels(JsonApi api, JsonNode demo, String tenant) {
        ObjectNode body = JsonApi.JSON.createObjectNode();
        ArrayNode levels = body.putArray("levels");
        for (JsonNode level : demo.path("levels")) {
            String key = "demo/" + tenant + "/" + level.path("sku").asText() + "/"
                    + level.path("location").asText();
            ObjectNode item = level.deepCopy();
            item.put(
                    "id",
                    UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
            levels.add(item.put("reason", "opening stock"));
            if (levels.size() == BATCH) {
                api.post("/stock/levels", body);
                levels.removeAll();
            }
        }
        if (!levels.isEmpty()) {
            api.post("/stock/levels", body);
        }
    }

    /** The ids of the channels that are there, by name. */
    private static Map<String, String> channels(JsonApi api) {
        Map<String, String> ids = new HashMap<>();
        api.get("/channels?limit=200")
                .path("items")
                .forEach(channel -> ids.put(
                        channel.path("name").asText(), channel.path("id").asText()));
        return ids;
    }

    private void connectShop(JsonApi api, JsonNode demo, JsonNode shop, Map<String, String> channels) {
        String id = shop.path("shop").asText();
        String name = shop.path("channel").asText();
        String webhookSecret = secrets.webhookSecret(id);
        JsonApi market = new JsonApi(ports.sandboxUrl() + "/admin/shops/" + id, null);
        market.put(
                "",
                JsonApi.JSON
                        .createObjectNode()
                        .put("name", name)
                        .put("currency", shop.path("currency").asText())
                        .put("clientSecret", id + "-secret")
                        .put("webhookSecret", webhookSecret));
        market.put("/listings", marketListings(demo, shop));

        ObjectNode settings = JsonApi.JSON.createObjectNode();
        settings.put("url", ports.sandboxUrl())
                .put("shop", id)
                .put("clientSecret", id + "-secret")
                .put("webhookSecret", webhookSecret);
        JsonNode channel = connect(api, "sandbox", name, settings, shop.path("network"), channels);
        api.post("/listings", listings(demo, shop, channel.path("id").asText()));
        String webhook = ports.publicUrl() + channel.path("webhookPath").asText();
        market.put("", JsonApi.JSON.createObjectNode().put("webhookUrl", webhook));
    }

    private static void connectFile(JsonApi api, JsonNode file, Map<String, String> channels) {
        String name = file.path("channel").asText();
        connect(api, "order-file", name, file.path("settings"), file.path("network"), channels);
    }

    private static JsonNode connect(
            JsonApi api,
            String connector,
            String name,
            JsonNode settings,
            JsonNode network,
            Map<String, String> channels) {
        ObjectNode body = JsonApi.JSON.createObjectNode().put("name", name);
        body.set("settings", settings);
        String id = channels.get(name);
        if (id != null) {
            return api.put("/channels/" + id, body);
        }
        body.put("connector", connector).putObject("policy").set("network", network);
        return api.post("/channels", body);
    }

    /** The shop's own side of the listings, as a seller would have made them there. */
    private static ObjectNode marketListings(JsonNode demo, JsonNode shop) {
        ObjectNode body = JsonApi.JSON.createObjectNode();
        ArrayNode items = body.putArray("items");
        for (JsonNode sku : demo.path("skus")) {
            String code = sku.path("code").asText();
            items.addObject()
                    .put("listing_id", shop.path("listingPrefix").asText() + code)
                    .put("seller_code", code)
                    .put("title", sku.path("name").asText())
                    .put("unit_price", demo.path("prices").path(code).asText());
        }
        return body;
    }

    private static ObjectNode listings(JsonNode demo, JsonNode shop, String channel) {
        ObjectNode body = JsonApi.JSON.createObjectNode().put("channelId", channel);
        ArrayNode items = body.putArray("listings");
        for (JsonNode sku : demo.path("skus")) {
            String code = sku.path("code").asText();
            items.addObject()
                    .put("externalId", shop.path("listingPrefix").asText() + code)
                    .put("skuCode", code)
                    .put("title", sku.path("name").asText());
        }
        return body;
    }
}
