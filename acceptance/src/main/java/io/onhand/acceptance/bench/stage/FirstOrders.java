package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The first thousands of orders of a new merchant, so that nothing is measured on empty tables. */
final class FirstOrders {
    private static final int ORDERS = 5_000;

    private final PartnerApi api;
    private final String channelId;
    private final int skus;

    FirstOrders(PartnerApi api, String channelId, int skus) {
        this.api = api;
        this.channelId = channelId;
        this.skus = skus;
    }

    void place() {
        Batches.of(IntStream.rangeClosed(1, ORDERS).mapToObj(this::order).toList(), orders -> api.post(
                        "/orders/batch", Json.object().set("orders", Json.array(orders)))
                .expect(200));
    }

    private ObjectNode order(int number) {
        ObjectNode line = Json.object()
                .put("externalLineId", "1")
                .put("listingId", Goods.listing(Goods.SPREAD.sku(1 + number % skus)))
                .put("quantity", 1)
                .put("unitPriceMinor", 1000);
        ObjectNode order = Json.object()
                .put("channelId", channelId)
                .put("externalId", "FIRST-" + number)
                .put("placedAt", Instant.now().toString())
                .put("currency", "KRW");
        order.set("lines", Json.array(List.of(line)));
        return order;
    }
}
