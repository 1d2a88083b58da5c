package io.onhand.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that an order moves, at one moment: levels by SKU and place, what each channel may sell, and what each shop
 * shows.
 */
record Snapshot(Map<String, Integer> reserved, Map<String, Integer> available, Map<String, Optional<Integer>> shown) {
    static Snapshot of(PartnerApi api, Sandbox sandbox, Collection<String> skus) {
        Map<String, Integer> reserved = new TreeMap<>();
        Map<String, Integer> available = new TreeMap<>();
        Map<String, Optional<Integer>> shown = new TreeMap<>();
        for (String sku : skus) {
            api.get("/stock/levels/" + Http.encode(sku))
                    .expect(200)
                    .path("items")
                    .forEach(level -> reserved.put(
                            sku + " at " + level.path("location").asText() + " of "
                                    + level.path("onHand").asInt(),
                            level.path("reserved").asInt()));
            api.availability(sku).forEach((channel, units) -> available.put(sku + " for " + channel, units));
        }
        for (JsonNode channel : api.all("/channels")) {
            if (channel.path("name").asText().startsWith("Mall ")) {
                String shop = channel.at("/settings/shop").asText();
                String prefix = "M" + shop.substring("shop".length()) + "-";
                skus.forEach(
                        sku -> shown.put(sku + " at " + shop, sandbox.shop(shop).quantity(prefix + sku)));
            }
        }
        return new Snapshot(reserved, available, shown);
    }
}
