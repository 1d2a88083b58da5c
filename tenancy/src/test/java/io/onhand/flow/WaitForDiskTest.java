package io.onhand.flow;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which commits wait for the disk: all but those of work that is done again when a dying database loses it. */
class WaitForDiskTest {
    private final World world = new World();

    @BeforeEach
    void aMallSellsFiveMugs() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall 3", "SEOUL").listed("Mall 3", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.settle();
    }

    /** Who says whether this transaction's commit waits; tests run on a server on which none does. */
    private boolean decidedByWork() {
        return world.core
                .scope
                .sql()
                .first(
                        "select source = 'session' and setting = 'off' as decided from pg_settings where name = 'synchronous_commit'",
                        row -> row.flag("decided"))
                .orElseThrow();
    }

    /** Calls inside a call of the same tenant share its transaction. */
    private boolean needNotWaitAfter(Runnable work) {
        return world.in(() -> {
            work.run();
            return decidedByWork();
        });
    }

    @Test
    void onlyTheTransactionThatMayBeDoneAgainDoesNotWait() {
        assertThat(needNotWaitAfter(world.core.scope::mayBeDoneAgain)).isTrue();
        assertThat(needNotWaitAfter(() -> {})).isFalse();
    }

    @Test
    void markingListingsDoesSinceTheirChannelsAreToldByIt() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        assertThat(needNotWaitAfter(() -> world.core.afterCommit.work(world.tenant)))
                .isFalse();
    }

    @Test
    void servingOrdersThatWaitedDoes() {
        world.arrives("Mall 3", order("1", line(5, "MUG")));
        world.arrives("Mall 3", order("2", line(1, "MUG")));
        world.settle();
        world.cancelled("Mall 3", "1", "event-1");
        assertThat(needNotWaitAfter(() -> world.core.afterCommit.work(world.tenant)))
                .isFalse();
    }
}
