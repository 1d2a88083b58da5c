package io.onhand.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.bench.stage.Goods;
import io.onhand.acceptance.bench.stage.Shop;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * When every other shop was told of the orders of one round, by the shops' own records: an order has arrived at a shop with
 * the first quantity that it is contained in.
 */
final class Tellings implements MallOrder.TellingRound {
    private static final int ASKED_AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Shop> shops;
    private final int skus;
    private final AtomicInteger next;
    private final Queue<MallOrder.Placed> placed = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> before = new HashMap<>();
    private Instant start;

    /** @param next number of the next order; the same from round to round, so that SKUs take turns */
    Tellings(List<Shop> shops, int skus, AtomicInteger next) {
        this.shops = shops;
        this.skus = skus;
        this.next = next;
    }

    /** Notes what every shop was told; nothing must be under way. */
    void begin(PartnerApi api) {
        placed.clear();
        before.clear();
        for (int from = 1; from <= skus; from += ASKED_AT_ONCE) {
            StringBuilder path = new StringBuilder(
                    "/availability?channel=" + Http.encode(shops.get(0).channelId()));
            for (int sku = from; sku < from + ASKED_AT_ONCE && sku <= skus; sku++) {
                path.append("&sku=").append(Goods.MALL.sku(sku));
            }
            for (JsonNode item : api.get(path.toString()).expect(200).path("items")) {
                before.put(item.path("sku").asText(), item.path("available").asInt());
            }
        }
        start = Instant.now();
    }

    /**
     * Reads the shops' records once every shop was told, or when it is too late to wait for it: what a shop has told us by
     * webhook may still be on its way when nothing else is.
     *
     * @param millis gets the time of each telling
     * @return how many were never made
     */
    int end(Histogram millis) {
        Until.holds(PATIENCE, () -> read(new Histogram(3)), missing -> missing == 0);
        return read(millis);
    }

    private int read(Histogram millis) {
        Map<String, List<MallOrder.Placed>> orders = new HashMap<>();
        placed.forEach(order ->
                orders.computeIfAbsent(order.sku(), any -> new ArrayList<>()).add(order));
        orders.values().forEach(list -> list.sort(Comparator.comparing(MallOrder.Placed::at)));
        int missing = 0;
        for (int shop = 0; shop < shops.size(); shop++) {
            Map<String, List<SandboxShop.Change>> changes =
                    shops.get(shop).sandbox().changes(start);
            for (Map.Entry<String, List<MallOrder.Placed>> entry : orders.entrySet()) {
                List<SandboxShop.Change> told = changes.getOrDefault(Goods.listing(entry.getKey()), List.of());
                missing += tellings(shop, entry.getValue(), before.get(entry.getKey()), told, millis);
            }
        }
        return missing;
    }

    private static int tellings(
            int shop, List<MallOrder.Placed> orders, int units, List<SandboxShop.Change> told, Histogram millis) {
        int missing = 0;
        for (int i = 0; i < orders.size(); i++) {
            MallOrder.Placed order = orders.get(i);
            int left = units - i - 1;
            if (order.shop() == shop) {
                continue;
            }
            SandboxShop.Change arrival = told.stream()
                    .filter(change -> change.source().equals("api") && change.quantity() <= left)
                    .findFirst()
                    .orElse(null);
            if (arrival == null) {
                missing++;
            } else {
                millis.recordValue(
                        Math.max(0, Duration.between(order.at(), arrival.at()).toMillis()));
            }
        }
        return missing;
    }

    @Override
    public AtomicInteger next() {
        return next;
    }

    @Override
    public int shops() {
        return shops.size();
    }

    @Override
    public int skus() {
        return skus;
    }

    @Override
    public String shopId(int shop) {
        return shops.get(shop).sandbox().id();
    }

    @Override
    public Queue<MallOrder.Placed> placed() {
        return placed;
    }
}
