package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.Bytes;
import io.onhand.acceptance.bench.load.Template;
import io.onhand.acceptance.bench.stage.Goods;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders of two lines as a channel sends them, each with a number of its own. Used by one thread. */
final class OrderBodies {
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** Differs in every run, so that no order is a repeat. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final Template template;
    private final int skus;
    private final String hotSku;
    private final String prefix;
    private long next;

    /** @param hotSku what the first line of every order is of; null to spread it over all SKUs as well */
    OrderBodies(Scene scene, String hotSku) {
        this.skus = scene.stage().skus();
        this.hotSku = hotSku;
        this.prefix = "B-" + RUN + "-" + CLIENTS.incrementAndGet() + "-";
        this.template = new Template(
                """
                {"channelId":"%s","externalId":"~","placedAt":"%s","currency":"KRW",\
                "buyer":{"name":"김민지","phone":"010-0000-0000"},\
                "shipTo":{"name":"김민지","postalCode":"04524","country":"KR","city":"서울","line1":"세종대로 110"},\
                "lines":[{"externalLineId":"1","listingId":"~","quantity":1,"unitPriceMinor":1000},\
                {"externalLineId":"2","listingId":"~","quantity":1,"unitPriceMinor":1000}]}""".formatted(scene.stage().channelId(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Adds a new order. */
    void add(Bytes body) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int one = random.nextInt(1, skus);
        String first = hotSku == null ? Goods.SPREAD.sku(one) : hotSku;
        String second = Goods.SPREAD.sku(random.nextInt(one + 1, skus + 1));
        template.fill(body, prefix + next++, Goods.listing(first), Goods.listing(second));
    }
}
