package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Template;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.Neighbours;
import io.onhand.acceptance.bench.stage.Stage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** {@code POST /orders} for many tenants, nine of ten orders for the same one. */
final class ManyTenantsOrder implements Exchange {
    private static final int OF = 10;

    private final Bytes body = new Bytes();
    private final Template order = new Template("""
            {"channelId":"~","externalId":"~","placedAt":"%s","currency":"KRW",\
            "buyer":{"name":"김민지","phone":"010-0000-0000"},\
            "shipTo":{"name":"김민지","postalCode":"04524","country":"KR","city":"서울","line1":"세종대로 110"},\
            "lines":[{"externalLineId":"1","listingId":"~","quantity":1,"unitPriceMinor":1000},\
            {"externalLineId":"2","listingId":"~","quantity":1,"unitPriceMinor":1000}]}""".formatted(Instant.now()));
    private final OrderBodies large;
    private final List<Map.Entry<String, String>> others;
    private final Calls calls;

    /** @param others our ids of their channels by alias */
    ManyTenantsOrder(Scene scene, Map<String, String> others) {
        this.large = new OrderBodies(scene, null);
        this.others = List.copyOf(others.entrySet());
        this.calls = new Calls(scene, Neighbours.CLIENT);
    }

    @Override
    public Wire ask() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        body.reset();
        String alias = Stage.TENANT;
        if (others.isEmpty() || random.nextInt(OF) > 0) {
            large.add(body);
        } else {
            Map.Entry<String, String> other = others.get(random.nextInt(others.size()));
            alias = other.getKey();
            int first = random.nextInt(1, Neighbours.SKUS);
            order.fill(
                    body,
                    other.getValue(),
                    UUID.randomUUID().toString(),
                    Neighbours.listing(first),
                    Neighbours.listing(first + 1));
        }
        return calls.postFor(alias, "/orders", body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        answer.expect(201, "\"state\":\"held\"");
        return 1;
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}
