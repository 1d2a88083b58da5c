package io.onhand.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.World;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollsTest {
    private static final int EAGER = World.SHOP.limits().pollSeconds();
    private static final int QUIET = World.SHOP.limits().quietPollSeconds();

    private final World world = new World();
    private UUID channel;

    @BeforeEach
    void mall() {
        world.warehouse("SEOUL").channel("Mall", "SEOUL");
        channel = world.channelId("Mall");
    }

    private boolean isPolled() {
        boolean due = world.core.dueWork.polls().stream()
                .anyMatch(one -> one.channel().equals(channel));
        boolean taken = world.in(() -> world.core.contact.takePoll(channel)).isPresent();
        assertThat(taken).isEqualTo(due);
        return taken;
    }

    private boolean isPolledAfter(int seconds) {
        world.clock.pass(Duration.ofSeconds(seconds));
        return isPolled();
    }

    @Test
    void aPollBelongsToWhoTookIt() {
        assertThat(isPolled()).isTrue();
        assertThat(isPolled()).isFalse();
    }

    @Test
    void aChannelIsPolledMoreRarelyTheLongerNothingHappens() {
        assertThat(isPolled()).isTrue();
        assertThat(isPolledAfter(EAGER - 1)).isFalse();
        assertThat(isPolledAfter(2)).isTrue();
        assertThat(isPolledAfter(3 * EAGER)).isTrue();
        assertThat(isPolledAfter(2 * EAGER - 1)).isFalse();
        assertThat(isPolledAfter(2)).isTrue();
    }

    @Test
    void howeverLongNothingHappenedTheNextPollComes() {
        world.clock.pass(Duration.ofDays(3));
        assertThat(isPolled()).isTrue();
        assertThat(isPolledAfter(QUIET - 1)).isFalse();
        assertThat(isPolledAfter(2)).isTrue();
    }

    @Test
    void whenSomethingHappensTheNextPollIsSoon() {
        world.clock.pass(Duration.ofDays(3));
        assertThat(isPolled()).isTrue();
        world.run(() -> world.core.contact.polled(channel, "7", true));
        assertThat(isPolledAfter(EAGER)).isTrue();
    }

    @Test
    void whereAPollEndedChangesNothingOfWhenTheNextOneIs() {
        world.clock.pass(Duration.ofDays(3));
        assertThat(isPolled()).isTrue();
        world.run(() -> world.core.contact.polled(channel, "7", false));
        assertThat(isPolledAfter(QUIET - 1)).isFalse();
        assertThat(isPolledAfter(2)).isTrue();
        assertThat(world.in(() -> world.core.contact.access(channel))
                        .orElseThrow()
                        .pollCursor())
                .isEqualTo("7");
    }
}
