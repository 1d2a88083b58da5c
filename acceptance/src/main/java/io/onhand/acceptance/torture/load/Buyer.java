package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.torture.audit.OrderClaim;
import java.util.ArrayList;
import java.util.List;

/** Somebody who orders at shops and changes their mind; the shops tell us by webhook, or wait to be polled. */
final class Buyer extends Actor {
    private static final int REMEMBERED = 40;

    private final List<Stand> stands;
    private final Tally tally;
    private final List<Bought> bought = new ArrayList<>();
    private int orders;

    Buyer(String name, long seed, Gate gate, int pauseMillis, List<Stand> stands, Tally tally) {
        super(name, seed, gate, pauseMillis);
        this.stands = stands;
        this.tally = tally;
    }

    /** An order with the units of each line that are not cancelled. */
    private record Bought(Stand stand, JsonNode order, int[] left) {
        boolean isEmpty() {
            for (int units : left) {
                if (units > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    void step(Chance chance) {
        boolean changesMind = chance.percent(25);
        int which = chance.between(0, REMEMBERED);
        if (changesMind && !bought.isEmpty()) {
            cancel(chance, bought.get(which % bought.size()));
        } else {
            order(chance);
        }
    }

    private void order(Chance chance) {
        Stand stand = chance.oneOf(stands);
        List<OrderClaim.Line> lines = Basket.draw(chance, stand);
        boolean silent = chance.percent(20);
        ObjectNode body = Json.object().put("mode", silent ? "silent" : "webhook");
        body.putObject("buyer").put("name", name() + "-" + ++orders);
        body.set(
                "lines",
                Json.array(lines.stream()
                        .map(line ->
                                Json.object().put("listing_id", line.listing()).put("quantity", line.quantity()))
                        .toList()));
        JsonNode order = stand.shop().order(body);
        tally.add(silent ? "orders by poll" : "orders by webhook");
        bought.add(new Bought(
                stand, order, lines.stream().mapToInt(OrderClaim.Line::quantity).toArray()));
        if (bought.size() > REMEMBERED) {
            bought.remove(0);
        }
    }

    private void cancel(Chance chance, Bought one) {
        boolean whole = chance.percent(50);
        int line = chance.between(0, one.left().length - 1);
        if (whole) {
            one.stand().shop().cancel(one.order().path("id").asText());
        } else if (one.left()[line] > 0) {
            one.stand().shop().cancel(one.order(), line, 1);
            one.left()[line]--;
        } else {
            return;
        }
        tally.add("cancellations at shops");
        if (whole || one.isEmpty()) {
            bought.remove(one);
        }
    }
}
