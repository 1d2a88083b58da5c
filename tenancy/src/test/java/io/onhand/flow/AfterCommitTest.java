package io.onhand.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.refusal.Refusal;
import io.onhand.relay.MessageError;
import io.onhand.relay.Outbox;
import io.onhand.relay.ParkedMessages;
import io.onhand.tenant.Ids;
import io.onhand.world.World;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
    private final World world = new World();

    @Test
    void oneSubjectWithoutEffectKeepsNoOtherOfItsMessageFromHavingIts() {
        world.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        world.settle();
        assertThat(world.tell("Mall")).containsEntry("MUG", 0);
        UUID listing = world.in(() -> world.core.listings.list(null, false, null, 10))
                .items()
                .get(0)
                .id();
        UUID noListing = Ids.next();
        world.run(() -> new Outbox(world.core.scope, world.clock)
                .append(Outbox.Kind.LISTING_LINKED, List.of(noListing, listing)));
        for (int attempt = 0; attempt < 2 * Outbox.MAX_ATTEMPTS; attempt++) {
            world.core.afterCommit.work(world.tenant);
            world.clock.pass(Duration.ofMinutes(10));
        }
        assertThat(world.tell("Mall")).containsEntry("MUG", 0);
        List<ParkedMessages.Parked> parked =
                world.in(() -> world.core.parked.list(null, 10)).items();
        assertThat(parked).hasSize(1);
        assertThat(parked.get(0).error()).isEqualTo(MessageError.of(Refusal.notFound("listing", noListing)));
    }

    @Test
    void aMassOfChangesIsWorkedOffInPieces() {
        Outbox outbox = new Outbox(world.core.scope, world.clock);
        List<UUID> skus = Stream.generate(Ids::next).limit(4_100).toList();
        world.run(() -> outbox.append(Outbox.Kind.STOCK_CHANGED, skus));
        AfterCommit.Done first = world.core.afterCommit.work(world.tenant);
        assertThat(first.messages()).isEqualTo(4);
        assertThat(first.mayHaveMore()).isTrue();
        AfterCommit.Done second = world.core.afterCommit.work(world.tenant);
        assertThat(second.messages()).isEqualTo(4);
        AfterCommit.Done last = world.core.afterCommit.work(world.tenant);
        assertThat(last.messages()).isEqualTo(1);
        assertThat(last.mayHaveMore()).isFalse();
    }
}
