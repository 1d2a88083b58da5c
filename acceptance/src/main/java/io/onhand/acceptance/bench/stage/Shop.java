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
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A shop of the sandbox marketplace and its channel. At first neither has a quota that anything could reach, so that only
 * the product limits what is told.
 */
public final class Shop {
    /** What a channel without a quota is told at most, requests in a second. */
    private static final int UNLIMITED = 10_000;

    private final Installation installation;
    private final PartnerApi api;
    private final SandboxShop shop;
    private final String name;
    private final int history;
    private String channelId;

    /** @param history changes that the marketplace remembers of each listing; it is to stay small */
    Shop(Installation installation, PartnerApi api, String name, String shop, int history) {
        this.installation = installation;
        this.api = api;
        this.name = name;
        this.shop = new Sandbox(installation.sandboxUrl()).shop(shop);
        this.history = history;
    }

    /** Our id of the channel. */
    public String channelId() {
        return channelId;
    }

    /** The shop itself. */
    public SandboxShop sandbox() {
        return shop;
    }

    /** Opens the shop and connects it as a channel that is served from this place. */
    void connect(String location) {
        ObjectNode terms = Json.object()
                .put("name", name)
                .put("clientSecret", shop.id() + "-secret")
                .put("webhookSecret", webhookSecret())
                .put("historyLimit", history);
        terms.putObject("quota").put("requestsPerSecond", 0).put("burst", 1);
        shop.settings(terms);
        JsonNode known = api.all("/channels").stream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
        if (known == null) {
            ObjectNode channel = channel(UNLIMITED).put("connector", "sandbox");
            channel.putObject("policy").put("outOfStock", "backorder").set("network", Json.texts(location));
            known = api.post("/channels", channel).expect(201);
        }
        channelId = known.path("id").asText();
        quota(0);
        if (known.at("/policy/bufferUnits").asInt() > 0) {
            buffer(0);
        }
        shop.settings(Json.object()
                .put(
                        "webhookUrl",
                        installation.url() + known.path("webhookPath").asText()));
    }

    /** Lets the marketplace remember so many changes of each listing: it keeps them in its memory. */
    public void remember(int changes) {
        shop.settings(Json.object().put("historyLimit", changes));
    }

    /**
     * Agrees on a quota, here and there.
     *
     * @param perSecond requests in a second, and as many at once; 0 for none
     */
    public void quota(int perSecond) {
        api.put("/channels/" + channelId, channel(perSecond == 0 ? UNLIMITED : perSecond))
                .expect(200);
        ObjectNode terms = Json.object();
        terms.putObject("quota").put("requestsPerSecond", perSecond).put("burst", Math.max(1, perSecond));
        shop.settings(terms);
    }

    private ObjectNode channel(int perSecond) {
        ObjectNode channel = Json.object().put("name", name);
        channel.putObject("settings")
                .put("url", installation.sandboxUrl())
                .put("shop", shop.id())
                .put("clientSecret", shop.id() + "-secret")
                .put("webhookSecret", webhookSecret())
                .put("requestsPerSecond", Integer.toString(perSecond));
        return channel;
    }

    /** The same at every start, so that the shop is found again. It guards nothing but the benchmark's own orders. */
    private String webhookSecret() {
        byte[] key = ("no secret at all: " + shop.id() + " of the benchmark").getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Lists everything of that kind that is not listed yet, in the shop and here. */
    void list(Shelf shelf, Goods goods, Consumer<String> progress) throws SQLException {
        List<String> all = shelf.all(goods);
        List<String> unlisted = shelf.unlisted(goods, UUID.fromString(channelId));
        if (!unlisted.isEmpty() || !shop.lists(Goods.listing(all.get(0)))) {
            progress.accept("listing " + all.size() + " SKUs in the shop " + shop.id());
            shop.list(all.stream().map(Shop::item).toList());
        }
        Batches.of(unlisted, this::link);
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

    /** Lets the channel be told again, with whatever changed meanwhile. */
    public void open() {
        api.post("/channels/" + channelId + "/resume", null).expect(200);
    }

    /** Leaves the channel alone. */
    public void close() {
        api.post("/channels/" + channelId + "/pause", null).expect(200);
    }

    /** Keeps units back from the channel; every one of its listings changes. */
    public void buffer(int units) {
        ObjectNode policy = Json.object().put("outOfStock", "backorder").put("bufferUnits", units);
        policy.set("network", Json.texts(Stage.LOCATION));
        api.put("/channels/" + channelId + "/policy", policy).expect(200);
    }
}
