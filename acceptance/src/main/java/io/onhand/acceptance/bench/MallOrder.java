package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Exchange;
import io.onhand.acceptance.bench.load.Reply;
import io.onhand.acceptance.bench.load.Template;
import io.onhand.acceptance.bench.load.Wire;
import io.onhand.acceptance.bench.load.WrongAnswer;
import io.onhand.acceptance.bench.stage.Goods;
import java.io.IOException;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** A buyer orders one unit in a shop, which tells us by webhook. Shops and SKUs take turns. */
final class MallOrder implements Exchange {
    private static final String PLACED = "\"updated_at\":\"";

    /**
     * An order that was placed.
     *
     * @param shop number of the shop, from 0
     */
    record Placed(int shop, String sku, Instant at) {}

    private final Bytes body = new Bytes();
    private final Template order =
            new Template("{\"mode\":\"webhook\",\"lines\":[{\"listing_id\":\"~\",\"quantity\":1}]}");
    private final Wire wire;
    private final TellingRound round;
    private int shop;
    private String sku;

    MallOrder(Scene scene, TellingRound round) {
        this.wire = new Wire(scene.installation().sandboxUrl());
        this.round = round;
    }

    @Override
    public Wire ask() throws IOException {
        int number = round.next().getAndIncrement();
        shop = number % round.shops();
        sku = Goods.MALL.sku(1 + number % round.skus());
        body.reset();
        order.fill(body, Goods.listing(sku));
        return wire.send("POST /admin/shops/" + round.shopId(shop) + "/orders", new byte[0], body);
    }

    @Override
    public int judge(Reply answer) throws WrongAnswer {
        String placed = answer.expect(201, PLACED).body();
        int start = placed.indexOf(PLACED) + PLACED.length();
        Instant at = Instant.parse(placed.substring(start, placed.indexOf('"', start)));
        round.placed().add(new Placed(shop, sku, at));
        return 1;
    }

    /** Where the orders of a round come together. */
    interface TellingRound {
        AtomicInteger next();

        int shops();

        int skus();

        String shopId(int shop);

        Queue<Placed> placed();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
