package io.onhand.order;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.DatabaseFailure;
import io.onhand.world.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen to be free is held without being locked first. */
class HoldWithoutLockTest {
    private final World world = new World();

    @BeforeEach
    void oneUnit() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.warehouse("BUSAN").channel("Both", "SEOUL", "BUSAN").listed("Both", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(1);
        world.stock("MUG").at("BUSAN").changesBy(1);
        world.stock("MUG").at("BUSAN").changesBy(-1);
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

    @Test
    void aPlaceThatIsNotNeededHoldsNobodyUp() {
        world.run(() -> {
            busanIsBusy();
            assertThat(arrivesOfItself().orTimeout(30, TimeUnit.SECONDS).join().state())
                    .isEqualTo(OrderState.HELD);
        });
    }

    @Test
    void whatIsDoneAgainIsDecidedUnderTheLock() {
        CompletableFuture<Void> again = new CompletableFuture<>();
        world.run(() -> {
            busanIsBusy();
            again.completeAsync(() -> {
                world.run(() -> {
                    if (!world.core.scope.isRepeated()) throw DatabaseFailure.overtaken("Units");
                    world.arrives("Both", order("1", line(1, "MUG")));
                });
                return null;
            });
            world.untilSomebodyWaitsForUs();
        });
        again.join();
        world.stock("MUG").at("SEOUL").is(1, 1);
    }

    /** In a transaction: changes the units of the second place of a channel whose first one has all that is wanted. */
    private void busanIsBusy() {
        world.stock("MUG").at("BUSAN").changesBy(1);
        world.skuId("MUG");
    }

    private CompletableFuture<Accepted> arrivesOfItself() {
        return CompletableFuture.supplyAsync(() -> world.arrives("Both", order("1", line(1, "MUG"))));
    }

    @Test
    void linesThatShareAComponentAreHeldTogetherOrNotAtAll() {
        world.bundle("SET", part(1, "MUG")).listed("Mall", "SET");
        world.stock("MUG").at("SEOUL").changesBy(1);
        assertThat(world.arrives("Mall", order("1", line(1, "MUG"), line(1, "SET")))
                        .state())
                .isEqualTo(OrderState.HELD);
        assertThat(world.arrives("Mall", order("2", line(1, "MUG"), line(1, "SET")))
                        .state())
                .isEqualTo(OrderState.BACKORDERED);
        world.stock("MUG").at("SEOUL").is(2, 2);
        world.ledgerBalances();
    }

    @Test
    void eachChannelIsServedFromItsOwnPlaces() {
        world.channel("Other", "BUSAN").listed("Other", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(9);
        List<Accepted> accepted =
                world.in(() -> world.core.orders.accept(List.of(draft("Mall", 1, "1"), draft("Other", 1, "1"))));
        assertThat(accepted).extracting(Accepted::state).containsExactly(OrderState.HELD, OrderState.BACKORDERED);
        world.stock("MUG").at("SEOUL").is(10, 1);
        world.ledgerBalances();
    }

    @ParameterizedTest
    @CsvSource({"2, HELD", "3, BACKORDERED"})
    void whatAnotherOrderOfTheBatchTakesIsGone(int units, OrderState left) {
        world.stock("MUG").at("SEOUL").changesBy(2);
        world.arrives("Mall", order("1", line(1, "MUG")));
        List<Accepted> accepted =
                world.in(() -> world.core.orders.accept(List.of(draft("Mall", units, "1"), draft("Mall", 1, "2"))));
        assertThat(accepted).extracting(Accepted::state).containsExactly(OrderState.HELD, left);
        world.ledgerBalances();
    }

    private OrderDraft draft(String channel, int units, String number) {
        return new OrderDraft(
                world.channelId(channel), OrderDraft.Source.API, "tester", null, order(number, line(units, "MUG")));
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
