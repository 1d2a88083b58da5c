package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import java.util.List;
import java.util.Optional;

/** Somebody who changes how much channels may show, and what happens when nothing is left. The network stays. */
final class Planner extends Actor {
    private final Trader trader;
    private final Caller caller;
    private final Tally tally;

    Planner(String name, long seed, Gate gate, int pauseMillis, Trader trader, Caller caller, Tally tally) {
        super(name, seed, gate, pauseMillis);
        this.trader = trader;
        this.caller = caller;
        this.tally = tally;
    }

    @Override
    void step(Chance chance) {
        String path = "/channels/" + chance.oneOf(trader.stands()).channelId();
        ObjectNode wanted = Json.object()
                .put("bufferUnits", chance.between(0, 2))
                .put("bufferPercent", chance.oneOf(List.of(0, 0, 10, 25)))
                .put("zeroAtOrBelow", chance.between(0, 1));
        int most = chance.oneOf(List.of(0, 3, 10));
        String outOfStock = chance.oneOf(List.of("backorder", "partial", "refuse", "refuse", ""));
        if (most > 0) {
            wanted.put("maxListed", most);
        }
        if (!outOfStock.isEmpty()) {
            wanted.put("outOfStock", outOfStock);
        }
        Optional<Answer> channel = caller.get(path);
        channel.ifPresent(now -> {
            wanted.set("network", now.expect(200).at("/policy/network"));
            caller.send("PUT", path + "/policy", wanted, null).ifPresent(answer -> {
                answer.expect(200);
                tally.add("policies");
            });
        });
    }
}
