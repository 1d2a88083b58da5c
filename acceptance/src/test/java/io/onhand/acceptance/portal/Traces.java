package io.onhand.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something of each kind that the tenant bluehan has, to look for it in the portal.
 *
 * @param order id of an order with two lines at Mall 02
 * @param orderNumber its number there
 * @param sku id of the SKU {@value #SKU}
 * @param channel id of the channel {@value #CHANNEL}
 * @param run id of an import that waits to be committed
 */
record Traces(String order, String orderNumber, String sku, String channel, String run) {
    static final String SKU = "NOTE-A5";
    static final String CHANNEL = "Mall 02";

    /** Leaves them: an order of a partner, and an uploaded file. */
    static Traces leave(PartnerApi api) {
        Map<String, String> channels = new LinkedHashMap<>();
        api.all("/channels")
                .forEach(channel -> channels.put(
                        channel.path("name").asText(), channel.path("id").asText()));
        String number = "T-" + UUID.randomUUID().toString().substring(0, 13);
        String order = api.post("/orders", order(channels.get(CHANNEL), number))
                .expect(201)
                .path("id")
                .asText();
        String sku = api.get("/skus/" + SKU).expect(200).path("id").asText();
        return new Traces(order, number, sku, channels.get(CHANNEL), upload(api, channels.get("SmartStore")));
    }

    /** Addresses of the pages that show them. */
    List<String> addresses() {
        return List.of("/orders/" + order, "/stock/" + sku, "/channels/" + channel, "/imports/" + run);
    }

    private static JsonNode order(String channel, String number) {
        ObjectNode order = Json.object()
                .put("channelId", channel)
                .put("externalId", number)
                .put("placedAt", Instant.now().toString())
                .put("currency", "KRW")
                .put("note", "부재 시 문 앞에 놓아 주세요");
        order.set("buyer", Json.object().put("name", "김견본").put("phone", "010-0000-1234"));
        order.set(
                "shipTo",
                Json.object()
                        .put("name", "이예시")
                        .put("phone", "010-0000-1234")
                        .put("postalCode", "06236")
                        .put("country", "KR")
                        .put("line1", "서울특별시 강남구 예시로 1"));
        order.set("lines", Json.array(List.of(line("1", SKU, 2, 8900), line("2", "PEN-GEL", 3, 1900))));
        return order;
    }

    private static JsonNode line(String number, String sku, int quantity, int price) {
        return Json.object()
                .put("externalLineId", number)
                .put("listingId", "M02-" + sku)
                .put("quantity", quantity)
                .put("unitPriceMinor", price);
    }

    private static String upload(PartnerApi api, String channel) {
        SmartStoreFile file = SmartStoreFile.withOneOrder();
        String run = api.upload(channel, file.orderNumber() + ".xlsx", file.bytes(), SmartStoreFile.PASSWORD)
                .expect(202)
                .path("id")
                .asText();
        RunningProduct.eventually(
                () -> api.get("/imports/" + run).expect(200),
                read -> read.path("state").asText().equals("previewed"));
        return run;
    }
}
