package io.onhand.publication;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.channel.ChannelPolicy;
import io.onhand.flow.AfterCommit;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import io.onhand.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is claimed together with the change that made it stale. */
class ChangedStockTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final World world = new World();
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoChannels() {
        world.warehouse("SEOUL").sku("MUG").sku("CAP").bundle("SET", part(1, "MUG"), part(2, "CAP"));
        for (String name : List.of("First", "Second"))
            world.channel(name, "SEOUL").listed(name, "MUG", "CAP", "SET");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.stock("CAP").at("SEOUL").changesBy(7);
        world.settle();
        world.tell("First");
        world.tell("Second");
        first = world.channelId("First");
        second = world.channelId("Second");
    }

    @Test
    void aFreeChannelIsClaimedWithWhatItIsToBeTold() {
        world.arrives("First", order("1", line(2, "CAP")));
        AfterCommit.Done done = work(second::equals);
        assertThat(done.channels()).containsExactly(first);
        assertThat(done.claimed()).containsOnlyKeys(second);
        assertThat(done.claimed().get(second).offers())
                .extracting(Offer::externalId, Offer::sellerCode, Offer::quantity)
                .containsExactlyInAnyOrder(tuple("SET", "SET", 2), tuple("CAP", "CAP", 5));
        assertThat(done.claimed().get(second).access())
                .isEqualTo(world.in(() -> world.core.contact.access(second)).orElseThrow());
        assertThat(claimedByAnother(false)).isEmpty();
    }

    @Test
    void whatWasClaimedSoIsAcknowledgedLikeAnyClaim() {
        world.arrives("First", order("1", line(2, "CAP")));
        Claim claim = work(second::equals).claimed().get(second);
        world.run(() -> {
            world.core.publications.acknowledge(second, claim.offers());
            world.core.publications.release(second, claim.lease());
        });
        assertThat(world.tell("Second")).isEmpty();
        assertThat(world.tell("First")).isEqualTo(Map.of("CAP", 5, "SET", 2));
    }

    @Test
    void aClaimSaysWhetherTheChannelRestedBefore() {
        Claim afterATelling = claimForOrder("1");
        assertThat(afterATelling.rested()).isFalse();
        world.run(() -> {
            world.core.publications.acknowledge(second, afterATelling.offers());
            world.core.publications.release(second, afterATelling.lease());
        });
        world.run(() -> world.core
                .scope
                .sql()
                .update(
                        "update publication_lease set ends_at = now() - interval '2 seconds' where tenant_id = ? and channel_id = ?",
                        world.tenant,
                        second));
        assertThat(claimForOrder("2").rested()).isTrue();
        assertThat(claimForOrder("3").rested()).as("it is being told").isFalse();
    }

    private Claim claimForOrder(String number) {
        world.arrives("First", order(number, line(1, "MUG")));
        return work(second::equals).claimed().get(second);
    }

    @Test
    void whatChangesAgainWhileItIsBeingToldIsToldAgain() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim claim = work(second::equals).claimed().get(second);
        world.arrives("First", order("2", line(1, "MUG")));
        world.settle();
        world.run(() -> {
            world.core.publications.acknowledge(second, claim.offers());
            world.core.publications.release(second, claim.lease());
        });
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 3));
    }

    @Test
    void aClaimSpeaksOfWhatIsTrueNowAndNotOfTheChangeThatCausedIt() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.settle();
        world.arrives("First", order("2", line(1, "MUG")));
        assertThat(byListing(work(second::equals).claimed().get(second).offers()))
                .isEqualTo(Map.of("MUG", 3));
    }

    @Test
    void aChannelThatSomebodyElseTellsIsOnlyMarked() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.settle();
        assertThat(claimedByAnother(false)).isNotEmpty();
        world.arrives("First", order("2", line(1, "MUG")));
        AfterCommit.Done done = work(channel -> true);
        assertThat(done.claimed()).containsOnlyKeys(first);
        assertThat(done.channels()).containsExactly(second);
    }

    @Test
    void aChannelWithNothingNewIsLeftFree() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.cancelled("First", "1", "event-1");
        assertThat(work(channel -> true).claimed()).isEmpty();
        world.arrives("First", order("2", line(1, "MUG")));
        world.settle();
        assertThat(claimedByAnother(false)).isNotEmpty();
    }

    @Test
    void whatCancelsOutAChangeThatIsBeingToldIsTold() {
        world.arrives("First", order("1", line(1, "MUG")));
        work(second::equals);
        world.cancelled("First", "1", "event-1");
        assertThat(byListing(work(second::equals).claimed().get(second).offers()))
                .isEqualTo(Map.of("MUG", 5));
    }

    @Test
    void whereThereIsPlentyNobodysTurnDependsOnHowMany() {
        world.stock("MUG").at("SEOUL").changesBy(1_000);
        world.settle();
        world.arrives("First", order("1", line(1, "MUG")));
        world.settle();
        assertThat(world.publication(world.listingId("Second", "MUG"), row -> row.number("queue_place")))
                .containsExactly(Publications.PLENTY);
        assertThat(world.tell("Second")).containsEntry("MUG", 1_004);
    }

    @Test
    void aListingThatWasNotTakenKeepsItsPause() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim claim = work(second::equals).claimed().get(second);
        world.run(() -> {
            world.core.publications.failed(claim.offers(), "busy", null);
            world.core.publications.release(second, claim.lease());
        });
        world.arrives("First", order("2", line(1, "MUG")));
        AfterCommit.Done done = work(channel -> true);
        assertThat(done.channels()).contains(second);
        assertThat(done.claimed()).doesNotContainKey(second);
        world.clock.pass(Duration.ofSeconds(2));
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 3));
    }

    @Test
    void whatWasReadBeforeSomebodyElseMarkedIsNotToldAfterIt() {
        world.arrives("First", order("1", line(1, "MUG")));
        CompletableFuture<AfterCommit.Done> marking = new CompletableFuture<>();
        world.run(() -> {
            world.core.channels.setPolicy(
                    second,
                    new ChannelPolicy(0, List.of(world.locationId("SEOUL")), 3, 0, null, 0, null),
                    null,
                    "tester");
            marking.completeAsync(() -> work(second::equals));
            world.untilSomebodyWaitsForUs();
        });
        assertThat(byListing(marking.join().claimed().get(second).offers())).containsEntry("MUG", 1);
    }

    @Test
    void anAcknowledgementOfWhatTheDatabaseForgotHidesNoLaterChange() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim claim = work(second::equals).claimed().get(second);
        world.run(() -> world.core
                .scope
                .sql()
                .update(
                        "update publication set revision = revision - 1, stale_since = null where tenant_id = ? and channel_id = ?",
                        world.tenant,
                        second));
        world.arrives("First", order("2", line(1, "MUG")));
        world.settle();
        world.run(() -> {
            world.core.publications.acknowledge(second, claim.offers());
            world.core.publications.release(second, claim.lease());
        });
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 3));
    }

    @Test
    void whatIsInHandIsInNoQueue() {
        world.arrives("First", order("1", line(1, "MUG")));
        work(second::equals);
        assertThat(claim(false).offers()).isEmpty();
    }

    @Test
    void whatIsInTheQueueIsTakenOutOfItByTheHand() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.settle();
        world.arrives("First", order("2", line(1, "MUG")));
        work(second::equals);
        assertThat(claim(false).offers()).isEmpty();
    }

    @Test
    void whatWasInHandWhenItsLeaseEndedGoesBackToTheQueue() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.core.afterCommit.work(world.tenant, second::equals, Duration.ZERO);
        assertThat(world.core.dueWork.publications())
                .anyMatch(due -> due.channel().equals(second));
        world.arrives("First", order("2", line(1, "CAP")));
        assertThat(work(second::equals).claimed()).isEmpty();
        assertThat(byListing(claimedByAnother(false))).isEqualTo(Map.of("MUG", 4, "CAP", 6));
    }

    @Test
    void whatWasLostFromAHandIsToldOnceMoreWhenItCannotBeCarriedOutAnyLonger() {
        world.arrives("First", order("1", line(1, "MUG")));
        world.core.afterCommit.work(world.tenant, second::equals, Duration.ZERO);
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 4));
        assertThat(world.tell("Second")).isEmpty();
        world.clock.pass(Publications.LATEST_EFFECT);
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 4));
    }

    @Test
    void whatWasClaimedWithoutAWordIsTakenBackByItsNodeOnly() {
        world.arrives("First", order("1", line(1, "MUG")));
        work(second::equals);
        assertThat(claimedByAnother(true)).isEmpty();
        assertThat(claim(false).offers()).isEmpty();
        assertThat(byListing(claim(true).offers())).isEqualTo(Map.of("MUG", 4));
    }

    @Test
    void whatIsPutBackIsToldFromTheQueueUnlessItChangedSince() {
        world.arrives("First", order("1", line(1, "MUG"), line(1, "CAP")));
        List<Offer> offers = work(second::equals).claimed().get(second).offers();
        world.arrives("First", order("2", line(1, "CAP")));
        Claim later = work(second::equals).claimed().get(second);
        world.run(() -> world.core.publications.putBack(offers));
        assertThat(byListing(claim(false).offers())).isEqualTo(Map.of("MUG", 4));
        assertThat(byListing(later.offers())).isEqualTo(Map.of("CAP", 5, "SET", 2));
    }

    @Test
    void aChannelThatWasTakenAgainIsReleasedByWhoTookItLast() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim before = work(second::equals).claimed().get(second);
        world.arrives("First", order("2", line(1, "MUG")));
        Claim after = work(second::equals).claimed().get(second);
        world.run(() -> world.core.publications.release(second, before.lease()));
        world.arrives("First", order("3", line(1, "CAP")));
        world.settle();
        assertThat(claimedByAnother(false)).isEmpty();
        world.run(() -> world.core.publications.acknowledge(second, after.offers()));
        world.run(() -> world.core.publications.release(second, after.lease()));
        assertThat(byListing(claimedByAnother(false))).containsEntry("CAP", 6);
    }

    @Test
    void aChannelInHandWithNothingNewStaysInHand() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim before = work(second::equals).claimed().get(second);
        world.run(() -> world.core.publications.acknowledge(second, before.offers()));
        world.arrives("First", order("2", line(1, "MUG")));
        world.cancelled("First", "2", "event-1");
        Claim after = work(second::equals).claimed().get(second);
        assertThat(after.offers()).isEmpty();
        assertThat(after.lease()).isGreaterThan(before.lease());
    }

    @Test
    void whatIsAcknowledgedTwiceIsToldOnceMore() {
        world.arrives("First", order("1", line(1, "MUG")));
        Claim claim = work(second::equals).claimed().get(second);
        world.run(() -> world.core.publications.acknowledge(second, claim.offers()));
        world.run(() -> world.core.publications.acknowledge(second, claim.offers()));
        world.run(() -> world.core.publications.release(second, claim.lease()));
        assertThat(world.tell("Second")).isEqualTo(Map.of("MUG", 4));
        assertThat(world.tell("Second")).isEmpty();
    }

    private Claim claim(boolean inDoubt) {
        return world.in(() -> world.core.publications.claim(second, 10, LEASE, inDoubt));
    }

    private List<Offer> claimedByAnother(boolean inDoubt) {
        return world.in(() ->
                world.core.anotherTeller().claim(second, 10, LEASE, inDoubt).offers());
    }

    @Test
    void aBundleThatIsMadeOfSomethingElseIsToldAnew() {
        world.bundle("SET", part(1, "MUG"));
        world.settle();
        assertThat(world.tell("Second")).isEqualTo(Map.of("SET", 5));
    }

    @Test
    void aSkuThatBecomesABundleAndNoneAgainIsToldAnew() {
        world.sku("GIFT").listed("Second", "GIFT").settle();
        assertThat(world.tell("Second")).containsEntry("GIFT", 0);
        world.bundle("GIFT", part(2, "MUG")).settle();
        assertThat(world.tell("Second")).isEqualTo(Map.of("GIFT", 2));
        world.bundle("GIFT").settle();
        assertThat(world.tell("Second")).isEqualTo(Map.of("GIFT", 0));
    }

    private AfterCommit.Done work(ChangedStock.Room room) {
        return world.core.afterCommit.work(world.tenant, room, LEASE);
    }

    private static Map<String, Integer> byListing(List<Offer> offers) {
        return offers.stream().collect(Collectors.toMap(Offer::externalId, Offer::quantity));
    }
}
