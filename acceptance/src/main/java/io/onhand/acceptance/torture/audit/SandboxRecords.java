package io.onhand.acceptance.torture.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.SandboxShop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of shops of the sandbox marketplace, by its admin API. */
public final class SandboxRecords implements Shops {
    private final List<SandboxShop> shops;

    /** Those shops. */
    public SandboxRecords(List<SandboxShop> shops) {
        this.shops = List.copyOf(shops);
    }

    @Override
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (SandboxShop shop : shops) {
            shop.quantities().forEach((listing, quantity) -> shown.add(new Shown(shop.id(), listing, quantity)));
        }
        return shown;
    }

    @Override
    public List<Ordered> orders() {
        List<Ordered> orders = new ArrayList<>();
        for (SandboxShop shop : shops) {
            shop.orders().forEach(order -> orders.add(ordered(shop.id(), order)));
        }
        return orders;
    }

    private static Ordered ordered(String shop, JsonNode order) {
        Map<String, Integer> cancelled = new HashMap<>();
        order.path("cancellations")
                .forEach(one -> cancelled.merge(
                        one.path("line_id").asText(), one.path("quantity").asInt(), Integer::sum));
        List<Line> lines = Json.stream(order.path("lines"))
                .map(line -> new Line(
                        line.path("id").asText(),
                        line.path("listing_id").asText(),
                        line.path("quantity").asInt(),
                        cancelled.getOrDefault(line.path("id").asText(), 0)))
                .toList();
        return new Ordered(
                shop, order.path("id").asText(), order.at("/buyer/name").asText(), lines);
    }
}
