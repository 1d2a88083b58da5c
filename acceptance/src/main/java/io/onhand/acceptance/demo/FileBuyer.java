package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.ElevenStreetFile;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Uploads a mall's export, looks at the preview and commits it. The order arrives with the commit. */
final class FileBuyer implements Buyer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PartnerApi api;
    private final String channelId;
    private final String sku;

    FileBuyer(PartnerApi api, String channelId, String sku) {
        this.api = api;
        this.channelId = channelId;
        this.sku = sku;
    }

    @Override
    public Placed order() {
        String number = ElevenStreetFile.newOrderNumber();
        ElevenStreetFile file = ElevenStreetFile.of(List.of(new ElevenStreetFile.Row(number, sku, 1)));
        String id = api.upload(channelId, file.name(), file.bytes(), null)
                .expect(202)
                .path("id")
                .asText();
        JsonNode preview = Until.holds(PATIENCE, () -> look(id), FileBuyer::isRead);
        if (preview.path("newRows").asInt() != 1) {
            throw new DemoFailure("the file was not read as one new order: " + preview);
        }
        Instant told = Instant.now();
        api.post("/imports/" + id + "/commit", null).expect(202);
        return new Placed(channelId, number, () -> told);
    }

    private JsonNode look(String id) {
        return api.get("/imports/" + id).expect(200);
    }

    private static boolean isRead(JsonNode run) {
        return !run.path("state").asText().equals("uploaded");
    }
}
