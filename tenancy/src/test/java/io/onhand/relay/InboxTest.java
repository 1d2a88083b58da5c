package io.onhand.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.refusal.Refusal;
import io.onhand.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final World world = new World();
    private UUID channel;

    @BeforeEach
    void mall() {
        world.warehouse("SEOUL").channel("Mall", "SEOUL");
        channel = world.channelId("Mall");
    }

    private boolean comes(String event) {
        return world.in(() ->
                world.core.inbox.accept(channel, event, Inbox.Source.WEBHOOK, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private List<Inbox.Message> claim() {
        return world.in(() -> world.core.inbox.claim(10, LEASE));
    }

    @Test
    void anEventIsKeptOnce() {
        assertThat(comes("e1")).isTrue();
        assertThat(comes("e1")).isFalse();
        assertThat(world.core.dueWork.inboxes()).contains(world.tenant);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aClaimedMessageComesBackWhenItsLeaseEnds() {
        comes("e1");
        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
        world.clock.pass(LEASE.plusSeconds(1));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aMessageThatGoesOnFailingIsParkedShownAndCanBeReplayed() {
        comes("e1");
        MessageError error = MessageError.of(Refusal.invalid("number-out-of-range", "quantity", "1 to 5, not 9")
                .with("most", 5));
        int attempts = 0;
        while (world.in(() -> world.core.parked.count()) == 0) {
            List<Inbox.Message> messages = claim();
            messages.forEach(message -> world.run(() -> world.core.inbox.failed(message, error)));
            world.clock.pass(Duration.ofMinutes(6));
            assertThat(++attempts).isLessThan(50);
        }
        ParkedMessages.Parked parked =
                world.in(() -> world.core.parked.list(null, 10)).items().get(0);
        assertThat(parked.error()).isEqualTo(error);
        assertThat(parked.payload()).isEqualTo("{}");
        assertThat(claim()).isEmpty();
        world.run(() -> world.core.parked.replay(parked.id()));
        List<Inbox.Message> again = claim();
        assertThat(again).hasSize(1);
        world.run(() -> world.core.inbox.done(List.of(again.get(0).id())));
        assertThat(world.in(() -> world.core.parked.count())).isZero();
        assertThat(world.core.dueWork.inboxes()).doesNotContain(world.tenant);
    }
}
