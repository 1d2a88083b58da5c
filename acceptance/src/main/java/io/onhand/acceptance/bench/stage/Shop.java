package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.SandboxShop;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** A shop of the sandbox marketplace and its channel: both without a quota, so that only the product limits what is told. */
final class Shop {
    /** More than is ever needed. */
    private static final int REQUESTS_PER_SECOND = 10_000;

    /** Changes that the marketplace remembers of each listing: it is to stay small. */
    private static final int HISTORY = 4;

    private final Installation installation;
    private final PartnerApi api;
    private final SandboxShop shop;
    private final String name;
    private String channelId;

    Shop(Installation installation, PartnerApi api, String name, String shop) {
        this.installation = installation;
        this.api = api;
        this.name = name;
        this.shop = new Sandbox(installation.sandboxUrl()).shop(shop);
    }

    /** Opens the shop and connects it as a channel that is served from this place; returns the channel's id. */
    String connect(String location) {
        ObjectNode terms = Json.object()
                .put("name", name)
                .put("clientSecret", shop.id() + "-secret")
                .put("webhookSecret", webhookSecret())
                .put("historyLimit", HISTORY);
        terms.putObject("quota").put("requestsPerSecond", 0).put("burst", 1);
        shop.settings(terms);
        ObjectNode channel = Json.object().put("name", name);
        channel.putObject("settings")
                .put("url", installation.sandboxUrl())
                .put("shop", shop.id())
                .put("clientSecret", shop.id() + "-secret")
                .put("webhookSecret", webhookSecret())
                .put("requestsPerSecond", Integer.toString(REQUESTS_PER_SECOND));
        JsonNode known = api.all("/channels").stream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
        if (known != null) {
            channelId = known.path("id").asText();
            api.put("/channels/" + channelId, channel).expect(200);
        } else {
            channel.put("connector", "sandbox");
            channel.putObject("policy").put("outOfStock", "backorder").set("network", Json.texts(location));
            channelId = api.post("/channels", channel).expect(201).path("id").asText();
        }
        return channelId;
    }

    private String webhookSecret() {
        byte[] key = ("no secret at all: " + shop.id() + " of the benchmark").getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Lists everything that is not listed yet, in the shop and here. */
    void list(Shelf shelf, Consumer<String> progress) throws SQLException {
        List<String> all = shelf.all();
        List<String> unlisted = shelf.unlisted(channelId);
        if (!unlisted.isEmpty() || !shop.lists(Goods.listing(all.get(0)))) {
            progress.accept("listing " + all.size() + " SKUs in the shop " + shop.id());
            shop.list(all.stream().map(Shop::item).toList());
        }
        if (!unlisted.isEmpty()) {
            progress.accept("linking " + unlisted.size() + " listings");
            Batches.of(unlisted, this::link);
        }
    }

    private static ObjectNode item(String code) {
        return Json.object()
                .put("listing_id", Goods.listing(code))
                .put("seller_code", code)
                .put("title", code)
                .put("unit_price", "1000");
    }

    private void link(List<String> codes) {
        List<ObjectNode> items = new ArrayList<>();
        codes.forEach(code ->
                items.add(Json.object().put("externalId", Goods.listing(code)).put("skuCode", code)));
        ObjectNode body = Json.object().put("channelId", channelId);
        body.set("listings", Json.array(items));
        api.post("/listings", body).expect(200);
    }
}
