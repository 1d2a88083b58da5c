package io.onhand.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.SandboxShop;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The main job: an order anywhere takes the unit everywhere. Looks at both sides of ten channels before and after. */
final class MainJob {
    /** A channel that was not told after this time is reported. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PartnerApi api;
    private final String sku;
    private final List<Mall> malls;

    MainJob(PartnerApi api, String sku, List<Mall> malls) {
        this.api = api;
        this.sku = sku;
        this.malls = malls;
    }

    /** Lets the buyer order one unit, and watches until every channel is right or the patience is over. */
    Outcome play(Way way, Buyer buyer) {
        Map<String, Integer> ours = api.availability(sku);
        List<Before> before = malls.stream()
                .map(mall -> new Before(mall, units(ours, mall), mall.shop().quantity(mall.listing())))
                .toList();
        Placed placed = buyer.order();
        Instant arrivedAt = placed.arrivedAt().get();
        return Until.holds(PATIENCE, () -> look(way, placed, arrivedAt, before), Outcome::right);
    }

    /** A mall before the order: what it may sell by our own account, and what its shop shows. */
    private record Before(Mall mall, int ours, Optional<Integer> shown) {}

    private static int units(Map<String, Integer> ours, Mall mall) {
        return ours.getOrDefault(mall.channelId(), 0);
    }

    /** The state of the order is read first: what is read after it has heard of the order. */
    private Outcome look(Way way, Placed placed, Instant arrivedAt, List<Before> before) {
        Optional<String> state = state(placed);
        Map<String, Integer> ours = api.availability(sku);
        List<MallOutcome> outcomes = before.stream()
                .map(mall -> look(mall, units(ours, mall.mall()), placed, arrivedAt))
                .toList();
        return new Outcome(way, sku, placed.number(), arrivedAt, state, outcomes);
    }

    private Optional<String> state(Placed placed) {
        JsonNode found = api.get("/orders?channel=" + placed.channelId() + "&number=" + Http.encode(placed.number()))
                .expect(200)
                .path("items");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("state").asText());
    }

    private static MallOutcome look(Before before, int ours, Placed placed, Instant arrivedAt) {
        Mall mall = before.mall();
        List<SandboxShop.Change> since = mall.shop().history(mall.listing(), arrivedAt);
        Optional<Integer> after = since.isEmpty()
                ? mall.shop().quantity(mall.listing())
                : Optional.of(since.get(since.size() - 1).quantity());
        Optional<Duration> lag = since.stream()
                .filter(change -> change.source().equals("api") && change.quantity() == ours)
                .findFirst()
                .map(change -> Duration.between(arrivedAt, change.at()));
        boolean tookOrder = mall.channelId().equals(placed.channelId());
        return new MallOutcome(mall, before.ours(), before.shown(), after, ours, tookOrder, lag);
    }
}
