package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sends an order of a channel to the partner API. The order arrives when the request is sent. */
final class ApiBuyer implements Buyer {
    private final PartnerApi api;
    private final Mall mall;

    ApiBuyer(PartnerApi api, Mall mall) {
        this.api = api;
        this.mall = mall;
    }

    @Override
    public Placed order() {
        String number = "demo-" + UUID.randomUUID();
        ObjectNode line = Json.object()
                .put("externalLineId", "1")
                .put("listingId", mall.listing())
                .put("quantity", 1)
                .put("unitPriceMinor", 12900);
        ObjectNode order = Json.object()
                .put("channelId", mall.channelId())
                .put("externalId", number)
                .put("placedAt", Instant.now().toString())
                .put("currency", "KRW");
        order.set("lines", Json.array(List.of(line)));
        Instant sent = Instant.now();
        api.post("/orders", order).expect(201);
        return new Placed(mall.channelId(), number, () -> sent);
    }
}
