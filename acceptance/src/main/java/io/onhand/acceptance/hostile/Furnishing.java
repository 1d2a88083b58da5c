package io.onhand.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.product.Until;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Brings something of every kind into a new household. */
final class Furnishing {
    /** What the product does by itself after an answer is done within that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Some of them are given up by requests. */
    private static final int UNEXPLAINED = 4;

    private static final int PARKED = 8;

    private static final byte[] WEBHOOK_KEY = "nobody else signs with these".getBytes(StandardCharsets.UTF_8);

    private final Installation installation;
    private final Household household;
    private final PartnerApi api;

    Furnishing(Installation installation, Household household) {
        this.installation = installation;
        this.household = household;
        this.api = household.api();
    }

    void all() {
        furnish();
        sell();
    }

    private void furnish() {
        for (String code : List.of("WEST" + suffix(), "EAST" + suffix())) {
            ObjectNode location =
                    Json.object().put("name", code).put("kind", "warehouse").put("timeZone", "Asia/Seoul");
            api.put("/locations/" + code, location).expect(200, 201);
            household.all(IdKind.LOCATION).add(code);
        }
        for (String code : List.of("CUP" + suffix(), "BOWL" + suffix())) {
            api.put("/skus/" + code, Json.object().put("name", "A " + code)).expect(200, 201);
            household.all(IdKind.SKU).add(code);
            api.count(code, household.all(IdKind.LOCATION).get(0), 1_000_000);
        }
        connectMall();
        connectFiles();
        for (int i = 0; i < PARKED; i++) {
            park();
        }
        Until.holds(PATIENCE, () -> api.all("/parked-messages"), parked -> parked.size() == PARKED)
                .forEach(message ->
                        household.all(IdKind.PARKED).add(message.path("id").asText()));
    }

    /** Codes of another household are no codes of this one. */
    private String suffix() {
        return household.alias().substring(household.alias().indexOf('-')).toUpperCase(Locale.ROOT);
    }

    private void connectMall() {
        SandboxShop shop = new Sandbox(installation.sandboxUrl()).shop(household.alias());
        shop.settings(Json.object().put("name", household.alias()).put("clientSecret", Household.SECRET));
        ObjectNode channel = Json.object().put("connector", "sandbox").put("name", "Mall");
        channel.putObject("settings")
                .put("url", installation.sandboxUrl())
                .put("shop", household.alias())
                .put("clientSecret", Household.SECRET)
                .put("webhookSecret", "whsec_" + Base64.getEncoder().encodeToString(WEBHOOK_KEY));
        channel.putObject("policy")
                .set("network", Json.texts(household.all(IdKind.LOCATION).get(0)));
        String mall = api.post("/channels", channel).expect(201).path("id").asText();
        api.post("/channels/" + mall + "/pause", null).expect(200);
        household.all(IdKind.CHANNEL).add(mall);
        ObjectNode batch = Json.object().put("channelId", mall);
        ArrayNode items = batch.putArray("listings");
        for (String sku : household.all(IdKind.SKU)) {
            household.listings().add("L-" + sku);
            items.addObject().put("externalId", "L-" + sku).put("skuCode", sku);
        }
        api.post("/listings", batch).expect(200);
        api.all("/listings?channel=" + mall)
                .forEach(listing ->
                        household.all(IdKind.LISTING).add(listing.path("id").asText()));
    }

    private void connectFiles() {
        ObjectNode channel = Json.object().put("connector", "order-file").put("name", "Files");
        channel.set("settings", household.fileSettings());
        channel.putObject("policy")
                .set("network", Json.texts(household.all(IdKind.LOCATION).get(0)));
        String files = api.post("/channels", channel).expect(201).path("id").asText();
        household.all(IdKind.CHANNEL).add(files);
        String run = api.upload(files, "orders.csv", household.file("F-1"), null)
                .expect(202)
                .path("id")
                .asText();
        Until.holds(
                PATIENCE, () -> api.get("/imports/" + run).json().path("state").asText(), "previewed"::equals);
        household.all(IdKind.IMPORT).add(run);
        for (int i = 0; i < UNEXPLAINED; i++) {
            unexplained(i);
        }
    }

    /** Each by a channel of its own: what is explained once is known to the channel. */
    private void unexplained(int number) {
        ObjectNode channel = Json.object().put("connector", "order-file").put("name", "Unknown " + number);
        channel.putObject("settings").put("mall", "own");
        channel.putObject("policy")
                .set("network", Json.texts(household.all(IdKind.LOCATION).get(0)));
        String id = api.post("/channels", channel).expect(201).path("id").asText();
        String run = api.upload(id, "unknown.csv", household.unknownFile("U-" + number), null)
                .expect(202)
                .path("id")
                .asText();
        Until.holds(
                PATIENCE, () -> api.get("/imports/" + run).json().path("state").asText(), "unrecognised"::equals);
        household.unexplained().add(run);
    }

    /** A webhook that is signed well and says nothing that can be understood waits for a person. */
    private void park() {
        String event = "evt-" + UUID.randomUUID();
        String seconds = Long.toString(Instant.now().getEpochSecond());
        byte[] body = "{\"type\":\"order.created\",\"data\":{\"id\":7}}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "webhook-id", event,
                "webhook-timestamp", seconds,
                "webhook-signature", sign(event + "." + seconds + ".", body));
        Http.send("POST", installation.url() + "/hooks/sandbox/" + household.mall(), body, Operation.JSON, headers)
                .expect(202);
    }

    private static String sign(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK_KEY, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sell() {
        for (int i = 0; i < 4; i++) {
            ObjectNode order = Json.object()
                    .put("channelId", household.mall())
                    .put("externalId", "H-" + i)
                    .put("placedAt", "2026-08-03T21:14:08+09:00")
                    .put("currency", "KRW");
            order.putArray("lines")
                    .addObject()
                    .put("externalLineId", "1")
                    .put(
                            "listingId",
                            household.listings().get(i % household.listings().size()))
                    .put("quantity", 10_000)
                    .put("unitPriceMinor", 1);
            String sold = api.post("/orders", order).expect(201).path("id").asText();
            JsonNode made = api.get("/orders/" + sold).expect(200);
            household.all(IdKind.ORDER).add(sold);
            household.all(IdKind.LINE).add(made.at("/lines/0/id").asText());
        }
    }
}
