package io.onhand.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What does not happen every day, made to happen, to be looked at: a file that nobody has explained, one that cannot be
 * read, a listing that waits to be linked, a message that was given up, names and numbers that are long.
 *
 * @param channel id of a sandbox channel with a parked message and a listing to link
 * @param own id of a channel whose own format nobody has named yet
 * @param unrecognised id of an import that waits for it
 * @param failed id of an import whose file could not be read
 * @param order id of an order with a line that waits and long words
 */
record Album(String channel, String own, String unrecognised, String failed, String order) {
    private static final byte[] WEBHOOK_SECRET = "album-secret-0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    static Album arrange(RunningProduct product) {
        PartnerApi api = product.api();
        String suffix = UUID.randomUUID().toString().substring(0, 4);
        String channel = connect(
                api,
                "sandbox",
                "달빛상점 온라인 공식 스토어 " + suffix,
                Json.object()
                        .put("url", product.sandboxUrl())
                        .put("shop", "shop10")
                        .put("clientSecret", "not-the-right-one")
                        .put("webhookSecret", "whsec_" + Base64.getEncoder().encodeToString(WEBHOOK_SECRET)));
        String own =
                connect(api, "order-file", "달빛상점 자체몰 " + suffix, Json.object().put("mall", "own"));
        park(product, channel);
        String unrecognised = upload(api, own, MoonlightFile.with("수량", 2).bytes(), "unrecognised");
        String failed =
                upload(api, channelCalled(api, "Coupang"), "PK damaged".getBytes(StandardCharsets.UTF_8), "failed");
        return new Album(channel, own, unrecognised, failed, order(api, channel, suffix));
    }

    private static String connect(PartnerApi api, String connector, String name, ObjectNode settings) {
        ObjectNode channel = Json.object().put("connector", connector).put("name", name);
        channel.set("settings", settings);
        channel.set("policy", Json.object().set("network", Json.MAPPER.valueToTree(List.of("SEOUL"))));
        return api.post("/channels", channel).expect(201).path("id").asText();
    }

    private static String channelCalled(PartnerApi api, String name) {
        return api.all("/channels").stream()
                .filter(channel -> channel.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static String upload(PartnerApi api, String channel, byte[] file, String state) {
        String run = api.upload(channel, "달빛상점_전체_주문내역_2026년_8월_1차_수정본_최종.csv", file, null)
                .expect(202)
                .path("id")
                .asText();
        RunningProduct.eventually(
                () -> api.get("/imports/" + run).expect(200),
                read -> read.path("state").asText().equals(state));
        return run;
    }

    /** A message that is signed as it should be, and makes no sense. */
    private static void park(RunningProduct product, String channel) {
        byte[] body = "주문 1건이 들어왔습니다".getBytes(StandardCharsets.UTF_8);
        String id = "msg_" + UUID.randomUUID();
        String at = String.valueOf(Instant.now().getEpochSecond());
        Http.send(
                        "POST",
                        product.url() + "/hooks/sandbox/" + channel,
                        body,
                        "application/json",
                        Map.of(
                                "webhook-id", id,
                                "webhook-timestamp", at,
                                "webhook-signature", "v1," + signature(id + "." + at + ".", body)))
                .expect(202);
        RunningProduct.eventually(() -> product.api().all("/parked-messages"), parked -> parked.stream()
                .anyMatch(message -> message.path("channelId").asText().equals(channel)));
    }

    private static String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK_SECRET, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static String order(PartnerApi api, String channel, String suffix) {
        ObjectNode order = Json.object()
                .put("channelId", channel)
                .put("externalId", "20260803-달빛-0000000000000000-" + suffix)
                .put("placedAt", Instant.now().toString())
                .put("currency", "KRW")
                .put("note", "부재 시 경비실에 맡겨 주시고, 도착 전에 꼭 전화해 주세요. 엘리베이터가 없으니 무거운 상자는 나눠서 부탁드립니다.");
        order.set("buyer", Json.object().put("name", "남궁빛나라온누리").put("phone", "010-0000-1234"));
        order.set(
                "shipTo",
                Json.object()
                        .put("name", "사회적협동조합 달빛마을 공동구매 담당자")
                        .put("phone", "010-0000-1234")
                        .put("postalCode", "61452")
                        .put("country", "KR")
                        .put("line1", "광주광역시 동구 예시대로123번길 45-6, 달빛마을아파트 관리사무소 옆 상가동 지하 1층"));
        String sku = "MOON-MUG-350-BLACK-GIFT-" + suffix;
        api.put(
                        "/skus/" + sku,
                        Json.object()
                                .put("name", "달빛 머그컵 350ml 선물세트 블랙 (각인 서비스 포함)")
                                .put("unit", "piece"))
                .expect(200, 201);
        ObjectNode known = line("1", 12_345, 12_345_678L);
        known.set("skuCodes", Json.MAPPER.valueToTree(List.of(sku)));
        ObjectNode unknown = line("2", 3, 8_900)
                .put("listingId", "MOON-" + suffix)
                .put("title", "핸드메이드 도자기 머그컵 350ml 선물세트 (블랙·화이트·네이비 중 택1) 각인 서비스 포함 한정판");
        order.set("lines", Json.array(List.of(known, unknown)));
        JsonNode accepted = api.post("/orders", order).expect(201);
        return accepted.path("id").asText();
    }

    private static ObjectNode line(String number, int quantity, long price) {
        return Json.object()
                .put("externalLineId", number)
                .put("quantity", quantity)
                .put("unitPriceMinor", price);
    }
}
