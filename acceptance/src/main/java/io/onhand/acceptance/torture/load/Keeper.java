package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.audit.StockClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who receives, loses and counts units, and keeps some out of sale. */
final class Keeper extends Actor {
    private static final int LATEST_COUNT_SECONDS = 20;

    private final Trader trader;
    private final Caller caller;
    private final Claims claims;
    private final Tally tally;

    Keeper(
            String name,
            long seed,
            Gate gate,
            int pauseMillis,
            Trader trader,
            Caller caller,
            Claims claims,
            Tally tally) {
        super(name, seed, gate, pauseMillis);
        this.trader = trader;
        this.caller = caller;
        this.claims = claims;
        this.tally = tally;
    }

    @Override
    void step(Chance chance) {
        int what = chance.between(1, 100);
        String location = chance.oneOf(trader.locations());
        if (what <= 45) {
            adjust(List.of(adjustment(chance, chance.oneOf(Trader.KEPT), location, chance.between(1, 6))));
        } else if (what <= 60) {
            adjust(List.of(adjustment(chance, chance.oneOf(Trader.UNRULY), location, -chance.between(1, 3))));
        } else if (what <= 70) {
            List<ObjectNode> several = new ArrayList<>();
            for (String sku : Trader.UNRULY) {
                several.add(adjustment(chance, sku, location, chance.between(1, 3)));
                several.add(adjustment(chance, sku, location, -1));
            }
            adjust(several);
        } else if (what <= 85) {
            count(chance, chance.oneOf(Trader.UNRULY), location);
        } else {
            keepSafety(chance.oneOf(Trader.KEPT), location, chance.between(0, 3));
        }
    }

    private static ObjectNode adjustment(Chance chance, String sku, String location, int delta) {
        return Json.object()
                .put("id", chance.id())
                .put("sku", sku)
                .put("location", location)
                .put("delta", delta)
                .put("reason", delta > 0 ? "received" : "lost");
    }

    private void adjust(List<ObjectNode> adjustments) {
        ObjectNode body = Json.object();
        body.set("adjustments", Json.array(adjustments));
        caller.send("POST", "/stock/adjustments", body, null).ifPresent(answer -> claim(answer, adjustments));
    }

    /** The number on the shelf as it was some seconds ago, give or take a few. */
    private void count(Chance chance, String sku, String location) {
        int off = chance.between(-3, 3);
        Instant asOf = Instant.now().minusSeconds(chance.between(0, LATEST_COUNT_SECONDS));
        String id = chance.id();
        Optional<Integer> onHand = caller.get("/stock/levels/" + sku).stream()
                .flatMap(answer -> Json.stream(answer.expect(200).path("items")))
                .filter(level -> level.path("location").asText().equals(location))
                .map(level -> level.path("onHand").asInt())
                .findFirst();
        if (onHand.isEmpty()) {
            return;
        }
        ObjectNode level = Json.object()
                .put("id", id)
                .put("sku", sku)
                .put("location", location)
                .put("quantity", Math.max(0, onHand.get() + off))
                .put("asOf", asOf.toString());
        ObjectNode body = Json.object();
        body.set("levels", Json.array(List.of(level)));
        caller.send("POST", "/stock/levels", body, null).ifPresent(answer -> claim(answer, List.of(level)));
    }

    private void claim(Answer answer, List<ObjectNode> items) {
        JsonNode results = answer.expect(200).path("results");
        for (int i = 0; i < items.size(); i++) {
            JsonNode result = results.path(i);
            String outcome = result.path("outcome").asText();
            ObjectNode item = items.get(i);
            claims.stock(new StockClaim(
                    trader.alias(), item.path("id").asText(), item.path("delta").asInt(), outcome));
            String what = item.has("delta") ? "adjustments" : "counts";
            tally.add(
                    outcome.equals("refused")
                            ? "conflict " + result.at("/problem/code").asText()
                            : what);
        }
    }

    private void keepSafety(String sku, String location, int units) {
        ObjectNode body =
                Json.object().put("sku", sku).put("location", location).put("quantity", units);
        caller.send("PUT", "/stock/safety-stock", body, null).ifPresent(answer -> {
            answer.expect(204);
            tally.add("safety stocks");
        });
    }
}
