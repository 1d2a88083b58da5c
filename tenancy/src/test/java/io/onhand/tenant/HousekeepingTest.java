package io.onhand.tenant;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.flow.Housekeeping;
import io.onhand.world.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private final World world = new World();

    @Test
    void figuresAreForgottenWhenTheyAreOldAndNotBefore() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.settle();
        world.arrives("Mall", order("1", line(1, "MUG")));
        world.settle();
        world.tell("Mall");
        Housekeeping housekeeping = world.core.housekeeping;
        Duration ever = Duration.ofDays(1000);
        housekeeping.sweep(world.tenant);
        assertThat(world.in(() -> world.core.figures.minutes(null, ever))).isNotEmpty();
        world.clock.pass(Housekeeping.LAGS.plusHours(1));
        housekeeping.sweep(world.tenant);
        assertThat(world.in(() -> world.core.figures.minutes(null, ever))).isEmpty();
        assertThat(world.core.dueWork.tenants()).contains(world.tenant);
    }

    @Test
    void whatIsInNobodysHandComesToTheQueue() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.settle();
        world.tell("Mall");
        world.arrives("Mall", order("1", line(1, "MUG")));
        world.core.afterCommit.work(world.tenant, channel -> true, Duration.ofSeconds(30));
        Housekeeping housekeeping = world.core.housekeeping;
        assertThat(housekeeping.sweep(world.tenant)).isZero();
        assertThat(world.tell("Mall")).isEmpty();
        world.clock.pass(Housekeeping.LOST.plusSeconds(1));
        assertThat(housekeeping.sweep(world.tenant)).isEqualTo(1);
        assertThat(world.tell("Mall")).isEqualTo(Map.of("MUG", 4));
    }
}
