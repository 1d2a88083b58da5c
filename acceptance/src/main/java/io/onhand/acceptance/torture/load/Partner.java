package io.onhand.acceptance.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.torture.audit.Claims;
import io.onhand.acceptance.torture.audit.OrderClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A partner's program that sends orders, one or several at once, sends some again, and cancels. */
final class Partner extends Actor {
    private static final int REMEMBERED = 40;

    private final Trader trader;
    private final Caller caller;
    private final Claims claims;
    private final Tally tally;
    private final List<Sent> sent = new ArrayList<>();
    private int orders;

    Partner(
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

    /** An order that is here: our id of it, and the request that brought it. */
    private record Sent(String id, ObjectNode order) {
        String channelId() {
            return order.path("channelId").asText();
        }

        String number() {
            return order.path("externalId").asText();
        }
    }

    @Override
    void step(Chance chance) {
        int what = chance.between(1, 100);
        int which = chance.between(0, REMEMBERED);
        String key = chance.id();
        if (what <= 50 || sent.isEmpty()) {
            single(draw(chance), key);
        } else if (what <= 70) {
            List<ObjectNode> several = new ArrayList<>();
            for (int i = chance.between(2, 8); i > 0; i--) {
                several.add(draw(chance));
            }
            batch(several, key);
        } else if (what <= 76) {
            again(sent.get(which % sent.size()));
        } else {
            Sent one = sent.remove(which % sent.size());
            if (chance.percent(50)) {
                cancelWhole(one, key);
            } else {
                cancelUnits(one, key);
            }
        }
    }

    private ObjectNode draw(Chance chance) {
        Stand stand = chance.oneOf(trader.stands());
        List<OrderClaim.Line> lines = Basket.draw(chance, stand);
        String number = String.format(Locale.ROOT, "%s-%06d", name(), ++orders);
        claims.sending(OrderClaim.sent(trader.alias(), stand.channelId(), number, lines));
        ObjectNode order = Json.object()
                .put("channelId", stand.channelId())
                .put("externalId", number)
                .put("placedAt", Instant.now().toString())
                .put("currency", trader.currency());
        List<ObjectNode> items = new ArrayList<>();
        for (OrderClaim.Line line : lines) {
            items.add(Json.object()
                    .put("externalLineId", Integer.toString(items.size() + 1))
                    .put("listingId", line.listing())
                    .put("quantity", line.quantity())
                    .put("unitPriceMinor", 12_900));
        }
        order.set("lines", Json.array(items));
        return order;
    }

    private void single(ObjectNode order, String key) {
        Optional<Answer> answer = caller.send("POST", "/orders", order, key);
        answer.ifPresent(given -> taken(order, given.expect(200, 201), "id"));
        answer.ifPresent(given -> tally.add("orders by API"));
    }

    private void batch(List<ObjectNode> several, String key) {
        ObjectNode body = Json.object();
        body.set("orders", Json.array(several));
        Optional<Answer> answer = caller.send("POST", "/orders/batch", body, key);
        if (answer.isEmpty()) {
            return;
        }
        JsonNode results = answer.get().expect(200).path("results");
        for (int i = 0; i < several.size(); i++) {
            taken(several.get(i), results.path(i), "orderId");
        }
        tally.add("orders in batches", several.size());
    }

    private void taken(ObjectNode order, JsonNode result, String idField) {
        String id = result.path(idField).asText();
        if (id.isEmpty()) {
            throw new IllegalStateException("order " + order + " was answered " + result);
        }
        Sent one = new Sent(id, order);
        claims.acknowledged(one.channelId(), one.number());
        tally.add("state " + result.path("state").asText());
        sent.add(one);
        if (sent.size() > REMEMBERED) {
            sent.remove(0);
        }
    }

    /** The same order without a key: it is recognized by its number. */
    private void again(Sent one) {
        caller.send("POST", "/orders", one.order(), null).ifPresent(answer -> {
            String outcome = answer.expect(200).path("outcome").asText();
            if (!outcome.equals("duplicate")) {
                throw new IllegalStateException("order " + one.number() + " sent again was taken as " + outcome);
            }
            tally.add("orders sent again");
        });
    }

    private void cancelWhole(Sent one, String key) {
        cancel(one, Json.object(), key).ifPresent(answer -> claims.emptied(one.channelId(), one.number()));
    }

    private void cancelUnits(Sent one, String key) {
        Optional<JsonNode> line = caller.get("/orders/" + one.id()).stream()
                .flatMap(answer -> Json.stream(answer.expect(200).path("lines")))
                .filter(found ->
                        found.path("held").asInt() + found.path("backordered").asInt() > 0)
                .findFirst();
        if (line.isEmpty()) {
            return;
        }
        ObjectNode body = Json.object();
        body.putArray("lines")
                .add(Json.object().put("lineId", line.get().path("id").asText()).put("quantity", 1));
        cancel(one, body, key).ifPresent(answer -> claims.cancelled(one.channelId(), one.number(), 1));
    }

    /** The answer when it was done; none when there was nothing to cancel any more, or when nobody knows. */
    private Optional<Answer> cancel(Sent one, ObjectNode body, String key) {
        claims.doubtful(one.channelId(), one.number(), true);
        Optional<Answer> answer = caller.send("POST", "/orders/" + one.id() + "/cancellations", body, key);
        answer.ifPresent(given -> {
            given.expect(200, 409);
            claims.doubtful(one.channelId(), one.number(), false);
            tally.add(given.status() == 200 ? "cancellations by API" : "conflict " + given.code());
        });
        return answer.filter(given -> given.status() == 200);
    }
}
