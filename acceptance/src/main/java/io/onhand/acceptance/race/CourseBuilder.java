package io.onhand.acceptance.race;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.SandboxShop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Prepares a race through the API: ten channels of its own that refuse what is not there (made once, found again later),
 * and a new SKU with a listing on each.
 */
final class CourseBuilder {
    /** Channels that take part. */
    static final int LANES = 10;

    private static final String LOCATION = "SEOUL";

    private final PartnerApi api;
    private final Installation installation;
    private final Sandbox sandbox;

    CourseBuilder(PartnerApi api, Installation installation) {
        this.api = api;
        this.installation = installation;
        this.sandbox = new Sandbox(installation.sandboxUrl());
    }

    /** A course with so many units of its SKU. */
    Course build(int units) {
        String sku = "RACE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        api.put("/skus/" + sku, Json.object().put("name", "Race for " + units + " units"))
                .expect(200, 201);
        api.count(sku, LOCATION, units);
        Map<String, String> known = new HashMap<>();
        api.all("/channels")
                .forEach(channel -> known.put(
                        channel.path("name").asText(), channel.path("id").asText()));
        List<Course.Lane> lanes = new ArrayList<>();
        for (int number = 1; number <= LANES; number++) {
            lanes.add(lane(number, sku, known));
        }
        return new Course(sku, lanes);
    }

    private Course.Lane lane(int number, String sku, Map<String, String> known) {
        String name = String.format(Locale.ROOT, "Race %02d", number);
        SandboxShop shop = sandbox.shop(String.format(Locale.ROOT, "race%02d", number));
        String listing = "R" + number + "-" + sku;
        shop.settings(Json.object().put("name", name).put("clientSecret", shop.id() + "-secret"));
        shop.list(listing, sku);
        String channelId = known.containsKey(name) ? known.get(name) : connect(name, shop);
        ObjectNode item = Json.object().put("externalId", listing).put("skuCode", sku);
        ObjectNode body = Json.object().put("channelId", channelId);
        body.set("listings", Json.array(List.of(item)));
        api.post("/listings", body).expect(200);
        return new Course.Lane(channelId, listing, shop);
    }

    private String connect(String name, SandboxShop shop) {
        ObjectNode channel = Json.object().put("connector", "sandbox").put("name", name);
        channel.putObject("settings")
                .put("url", installation.sandboxUrl())
                .put("shop", shop.id())
                .put("clientSecret", shop.id() + "-secret")
                .put("webhookSecret", webhookSecret(shop));
        channel.putObject("policy").put("outOfStock", "refuse").set("network", Json.texts(LOCATION));
        return api.post("/channels", channel).expect(201).path("id").asText();
    }

    /** No webhook comes from these shops, but a channel is not connected without a secret for them. */
    private static String webhookSecret(SandboxShop shop) {
        byte[] key = ("no webhooks from " + shop.id() + ", ever").getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Paused, the channels are left alone until the next race. */
    void close(Course course) {
        course.lanes().forEach(lane -> api.post("/channels/" + Http.encode(lane.channelId()) + "/pause", null)
                .expect(200));
    }

    /** Lets the channels be told again. */
    void open(Course course) {
        course.lanes().forEach(lane -> api.post("/channels/" + Http.encode(lane.channelId()) + "/resume", null)
                .expect(200));
    }
}
