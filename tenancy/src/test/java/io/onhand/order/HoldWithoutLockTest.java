package io.onhand.order;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.World;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was seen to be free is held without being locked first. */
class HoldWithoutLockTest {
    private final World world = new World();

    @BeforeEach
    void oneUnit() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(1);
    }

    @Test
    void whatSomebodyElseTakesMeanwhileIsNotHeldTwice() {
        assertThat(arrivesDuring(() -> world.arrives("Mall", order("1", line(1, "MUG")))))
                .isEqualTo(OrderState.BACKORDERED);
        world.stock("MUG").at("SEOUL").is(1, 1);
    }

    @Test
    void whatSomebodyElseTakesMeanwhileIsNoneOfItsBusinessWhenThereIsMore() {
        world.stock("MUG").at("SEOUL").changesBy(1);
        assertThat(arrivesDuring(() -> world.arrives("Mall", order("1", line(1, "MUG")))))
                .isEqualTo(OrderState.HELD);
        world.stock("MUG").at("SEOUL").is(2, 2);
    }

    @Test
    void whatIsGivenBackMeanwhileIsNotMissed() {
        world.arrives("Mall", order("1", line(1, "MUG")));
        assertThat(arrivesDuring(() -> world.cancelled("Mall", "1", "event-1"))).isEqualTo(OrderState.HELD);
        world.stock("MUG").at("SEOUL").is(1, 1);
    }

    /** The state of an order of one unit that looks while that is being done by somebody else, and waits for it. */
    private OrderState arrivesDuring(Runnable work) {
        CompletableFuture<Accepted> order = new CompletableFuture<>();
        world.run(() -> {
            work.run();
            world.skuId("MUG");
            order.completeAsync(() -> world.arrives("Mall", order("2", line(1, "MUG"))));
            world.untilSomebodyWaitsForUs();
        });
        Accepted accepted = order.join();
        world.ledgerBalances();
        return accepted.state();
    }
}
