package io.onhand.stock;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.canonical.IncomingOrder;
import io.onhand.order.Accepted;
import io.onhand.order.OrderState;
import io.onhand.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LastUnitRaceTest {
    private static final int BUYERS = 32;

    private final World world = new World("refuse");

    @Test
    void theLastUnitGoesToExactlyOneOfManyBuyersOnTenChannels() throws Exception {
        world.warehouse("SEOUL").sku("MUG");
        for (int i = 0; i < 10; i++) world.channel("Mall " + i, "SEOUL").listed("Mall " + i, "MUG");
        for (int round = 0; round < 20; round++) {
            world.stock("MUG").at("SEOUL").changesBy(1);
            List<Callable<Accepted>> buyers = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                String channel = "Mall " + i % 10;
                IncomingOrder order = order("r" + round + "-" + i, line(1, "MUG"));
                buyers.add(() -> world.arrives(channel, order));
            }
            assertThat(all(buyers))
                    .filteredOn(one -> one.state() == OrderState.HELD)
                    .hasSize(1);
            world.stock("MUG").at("SEOUL").is(round + 1, round + 1);
        }
        world.ledgerBalances();
    }

    @Test
    void ordersOfManySkusInAnyOrderNeverDeadlock() throws Exception {
        World waiting = new World("backorder");
        waiting.warehouse("SEOUL").warehouse("BUSAN").channel("Mall", "SEOUL", "BUSAN");
        for (int i = 0; i < 12; i++) {
            waiting.sku("SKU-" + i).listed("Mall", "SKU-" + i);
            waiting.stock("SKU-" + i).at("SEOUL").changesBy(40);
            waiting.stock("SKU-" + i).at("BUSAN").changesBy(40);
        }
        Random random = new Random(7);
        List<Callable<Accepted>> buyers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<IncomingOrder.Line> lines = new ArrayList<>();
            List<Integer> skus = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
            for (int k = 0; k < 3; k++)
                lines.add(line(1 + random.nextInt(3), "SKU-" + skus.remove(random.nextInt(skus.size()))));
            IncomingOrder order = order("n" + i, lines.toArray(IncomingOrder.Line[]::new));
            buyers.add(() -> waiting.arrives("Mall", order));
        }
        assertThat(all(buyers)).allMatch(one -> one.outcome() == Accepted.Outcome.NEW);
        waiting.ledgerBalances();
    }

    @Test
    void countsOfNowThatMeetOrdersAndEachOtherLoseNoMovement() throws Exception {
        World counted = new World("backorder");
        counted.warehouse("SEOUL").channel("Mall", "SEOUL");
        List<String> skus = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            skus.add("SKU-" + i);
            counted.sku("SKU-" + i).listed("Mall", "SKU-" + i);
        }
        Random random = new Random(7);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(skus, random);
            List<Count> counts = skus.stream()
                    .limit(8)
                    .map(sku -> new Count(null, sku, "SEOUL", random.nextInt(100), null, null, "count"))
                    .toList();
            all.add(() -> counted.in(() -> counted.core.stock.set(counts, "tester")).stream()
                    .allMatch(result -> result.refusal() == null));
            IncomingOrder order = order("n" + i, line(1, skus.get(0)), line(2, skus.get(1)));
            all.add(() -> counted.arrives("Mall", order).outcome() == Accepted.Outcome.NEW);
        }
        assertThat(all(all)).containsOnly(true);
        counted.ledgerBalances();
    }

    @Test
    void theSameOrderFromManyDeliveriesAtOnceIsTakenOnce() throws Exception {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(100);
        List<Callable<Accepted>> deliveries = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) deliveries.add(() -> world.arrives("Mall", order("1", line(2, "MUG"))));
        assertThat(all(deliveries))
                .filteredOn(one -> one.outcome() == Accepted.Outcome.NEW)
                .hasSize(1);
        world.stock("MUG").at("SEOUL").is(100, 2);
        world.ledgerBalances();
    }

    private static <T> List<T> all(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) results.add(one.get());
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
