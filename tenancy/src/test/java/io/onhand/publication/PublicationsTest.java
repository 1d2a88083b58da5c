package io.onhand.publication;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationsTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final World world = new World();

    @BeforeEach
    void tenChannels() {
        world.warehouse("SEOUL").sku("MUG").sku("CAP").bundle("SET", part(1, "MUG"), part(1, "CAP"));
        for (int i = 0; i < 10; i++) world.channel("Mall " + i, "SEOUL").listed("Mall " + i, "MUG", "CAP", "SET");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.stock("CAP").at("SEOUL").changesBy(7);
        world.settle();
        for (int i = 0; i < 10; i++)
            assertThat(world.tell("Mall " + i)).isEqualTo(Map.of("MUG", 5, "CAP", 7, "SET", 5));
    }

    @Test
    void oneOrderOnOneChannelTellsAllTenWhatIsLeft() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        for (int i = 0; i < 10; i++) assertThat(world.tell("Mall " + i)).isEqualTo(Map.of("MUG", 4, "SET", 4));
        for (int i = 0; i < 10; i++) assertThat(world.tell("Mall " + i)).isEmpty();
    }

    @Test
    void changesThatCancelOutAreNotTold() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.cancelled("Mall 3", "1", "event-1");
        world.settle();
        assertThat(world.tell("Mall 5")).isEmpty();
    }

    @Test
    void severalChangesCollapseIntoTheNumberThatIsTrueWhenItIsTold() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        world.arrives("Mall 3", order("2", line(2, "MUG")));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("MUG", 2, "SET", 2));
    }

    @Test
    void whatChangesWhileItIsBeingToldIsToldAgain() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        var channel = world.channelId("Mall 5");
        List<Publications.Offer> offers = claimed(channel, 10);
        world.arrives("Mall 3", order("2", line(1, "MUG")));
        world.settle();
        world.run(() -> world.core.publications.acknowledge(channel, offers));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("MUG", 3, "SET", 3));
    }

    @Test
    void aChannelIsClaimedByOneUntilItIsReleased() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        var channel = world.channelId("Mall 5");
        Publications other = world.core.anotherTeller();
        assertThat(claimed(channel, 1)).hasSize(1);
        assertThat(world.in(() -> other.claim(channel, 10, LEASE, false).offers()))
                .isEmpty();
        assertThat(world.core.dueWork.publications())
                .noneMatch(due -> due.channel().equals(channel));
        Publications.Claim last = world.in(() -> world.core.publications.claim(channel, 10, LEASE, false));
        assertThat(last.offers()).hasSize(2);
        world.run(() -> other.release(channel, last.lease()));
        assertThat(world.in(() -> other.claim(channel, 10, LEASE, false).offers()))
                .isEmpty();
        world.run(() -> world.core.publications.release(channel, last.lease() - 1));
        assertThat(world.in(() -> other.claim(channel, 10, LEASE, false).offers()))
                .isEmpty();
        world.run(() -> world.core.publications.release(channel, last.lease()));
        assertThat(world.core.dueWork.publications())
                .anyMatch(due -> due.channel().equals(channel));
        assertThat(world.in(() -> other.claim(channel, 10, LEASE, false).offers()))
                .hasSize(2);
    }

    @Test
    void aClaimEndsWithItsLeaseWhenNobodyReleasesIt() {
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        var channel = world.channelId("Mall 5");
        assertThat(world.in(() -> world.core
                        .publications
                        .claim(channel, 10, Duration.ZERO, false)
                        .offers()))
                .hasSize(2);
        assertThat(world.in(() -> world.core
                        .anotherTeller()
                        .claim(channel, 10, LEASE, false)
                        .offers()))
                .hasSize(2);
    }

    @Test
    void aChannelWithNothingToBeToldIsNotKept() {
        var channel = world.channelId("Mall 5");
        assertThat(claimed(channel, 10)).isEmpty();
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        assertThat(world.in(() -> world.core
                        .anotherTeller()
                        .claim(channel, 10, LEASE, false)
                        .offers()))
                .hasSize(2);
    }

    @Test
    void theFewestUnitsAreToldFirst() {
        world.arrives("Mall 3", order("1", line(1, "MUG"), line(1, "CAP")));
        world.arrives("Mall 3", order("2", line(4, "MUG")));
        world.settle();
        var channel = world.channelId("Mall 5");
        List<Publications.Offer> offers = claimed(channel, 2);
        assertThat(offers).extracting(Publications.Offer::quantity).containsOnly(0);
    }

    @Test
    void aRefusedOfferIsToldAgainAfterAPause() {
        world.arrives("Mall 3", order("1", line(1, "CAP")));
        world.settle();
        var channel = world.channelId("Mall 5");
        List<Publications.Offer> offers = claimed(channel, 10);
        world.run(() -> world.core.publications.failed(offers, "out of order", null));
        assertThat(world.tell("Mall 5")).isEmpty();
        world.clock.pass(Duration.ofSeconds(2));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("CAP", 6));
    }

    @Test
    void figuresTellTheLagAndTheUnitsAtRisk() {
        world.arrives("Mall 3", order("1", line(2, "MUG")));
        world.clock.pass(Duration.ofMillis(400));
        world.settle();
        world.tell("Mall 5");
        var figures = world.in(() -> world.core.figures.channels(Duration.ofMinutes(1)));
        var told = figures.stream()
                .filter(one -> one.name().equals("Mall 5"))
                .findFirst()
                .orElseThrow();
        assertThat(told.unitsAtRisk()).isZero();
        assertThat(told.lag().p95Ms()).isBetween(400, 510);
        var waiting = figures.stream()
                .filter(one -> one.name().equals("Mall 6"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.unitsAtRisk()).isEqualTo(4);
        assertThat(waiting.waiting()).isEqualTo(2);
    }

    @Test
    void aPausedChannelWaitsAndIsToldEverythingWhenItResumes() {
        var channel = world.channelId("Mall 5");
        world.run(() -> world.core.channels.pause(channel));
        world.arrives("Mall 3", order("1", line(1, "MUG")));
        world.settle();
        assertThat(world.core.dueWork.publications())
                .noneMatch(due -> due.channel().equals(channel));
        world.run(() -> world.core.channels.resume(channel));
        assertThat(world.core.dueWork.publications())
                .anyMatch(due -> due.channel().equals(channel));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("MUG", 4, "CAP", 7, "SET", 4));
    }

    @Test
    void whatGotNoAnswerIsToldOnceMoreWhenItCannotBeCarriedOutAnyLonger() {
        world.arrives("Mall 3", order("1", line(1, "CAP")));
        world.settle();
        UUID channel = world.channelId("Mall 5");
        Publications.Claim claim = world.in(() -> world.core.publications.claim(channel, 10, LEASE, false));
        world.run(() -> {
            world.core.publications.failed(claim.offers(), "no answer", null);
            world.core.publications.unsettled(
                    claim.offers(), world.clock.instant().plusSeconds(60));
            world.core.publications.release(channel, claim.lease());
        });
        world.clock.pass(Duration.ofSeconds(2));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("CAP", 6));
        assertThat(world.tell("Mall 5")).isEmpty();
        assertThat(world.core.dueWork.publications())
                .noneMatch(due -> due.channel().equals(channel));
        world.clock.pass(Duration.ofSeconds(59));
        assertThat(world.core.dueWork.publications())
                .anyMatch(due -> due.channel().equals(channel));
        assertThat(world.tell("Mall 5")).isEqualTo(Map.of("CAP", 6));
        assertThat(world.tell("Mall 5")).isEmpty();
    }

    private List<Publications.Offer> claimed(UUID channel, int limit) {
        return world.in(() -> world.core.publications.claim(channel, limit, LEASE, false))
                .offers();
    }
}
