package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.channel.ChannelAccess;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final UUID MUG = new UUID(0, 1);
    private static final UUID CAP = new UUID(0, 2);

    private final Hand hand = new Hand();

    @BeforeEach
    void theQueueWasLookedThrough() {
        hand.lookedThrough(new Claim(0, List.of()), false, NOW);
    }

    @Test
    void theFewestUnitsComeFirst() {
        hand.add(new Claim(1, List.of(offer(MUG, 9, 1), offer(CAP, 2, 1))), NOW);
        assertThat(hand.next(1, NOW)).extracting(Offer::listing).containsExactly(CAP);
        assertThat(hand.next(1, NOW)).extracting(Offer::listing).containsExactly(MUG);
        assertThat(hand.hasMore()).isFalse();
    }

    @Test
    void aLaterChangeReplacesAnEarlierOne() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.add(new Claim(2, List.of(offer(MUG, 3, 2))), NOW);
        assertThat(hand.next(10, NOW)).extracting(Offer::quantity).containsExactly(3);
    }

    @Test
    void whatIsTooOldIsLeftToTheQueue() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.add(new Claim(2, List.of(offer(CAP, 3, 1))), NOW.plusSeconds(1));
        assertThat(hand.next(10, NOW.plus(Hand.TELL_WITHIN)))
                .extracting(Offer::listing)
                .containsExactly(CAP);
        assertThat(hand.left()).containsExactly(new Hand.Left(offer(MUG, 4, 1), false));
        assertThat(hand.hasRoom(NOW)).isFalse();
        assertThat(released()).as("something has to go to the queue yet").isZero();
        hand.queued(1);
        assertThat(hand.isQueueNext()).isTrue();
        assertThat(released()).isEqualTo(2);
        assertThat(released()).as("once").isZero();
    }

    @Test
    void aChannelThatIsTooSlowIsToldFromItsQueue() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        assertThat(hand.hasRoom(NOW.plusMillis(999))).isTrue();
        assertThat(hand.hasRoom(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void whatWaitsForItsQuotaIsToldFromTheQueue() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.leaveWhenBehind(NOW.plusMillis(999));
        assertThat(hand.left()).isEmpty();
        hand.leaveWhenBehind(NOW.plusSeconds(1));
        assertThat(hand.left()).containsExactly(new Hand.Left(offer(MUG, 4, 1), false));
    }

    @Test
    void whatAHandCannotHoldIsLeftToTheQueue() {
        List<Offer> many = IntStream.range(0, 5_001)
                .mapToObj(i -> offer(new UUID(1, i), 1, 1))
                .toList();
        hand.add(new Claim(1, many), NOW);
        assertThat(hand.hasRoom(NOW)).isFalse();
        assertThat(hand.left()).hasSize(1);
    }

    @Test
    void whatNobodyKnowsToBeToldIsToldAgain() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.leave(hand.next(10, NOW));
        assertThat(hand.left()).containsExactly(new Hand.Left(offer(MUG, 4, 1), true));
    }

    @Test
    void nothingIsReleasedWhileSomethingIsExpected() {
        hand.expect();
        hand.lookedThrough(new Claim(7, List.of()), false, NOW);
        assertThat(released()).as("it may be the lease of what is expected").isZero();
        hand.add(new Claim(6, List.of()), NOW);
        assertThat(hand.arrived(false)).as("the lease is to be released").isTrue();
        assertThat(released()).isEqualTo(7);
    }

    @Test
    void whatTheQueueSaysReplacesWhatIsOlder() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1), offer(CAP, 3, 5))), NOW);
        hand.lookedThrough(new Claim(2, List.of(offer(MUG, 2, 2), offer(CAP, 9, 4))), false, NOW);
        assertThat(hand.next(10, NOW)).extracting(Offer::listing).containsExactly(CAP);
    }

    @Test
    void theQueueIsLookedThroughNowAndThenHoweverMuchIsHandedOver() {
        hand.minding(NOW.plus(Duration.ofMillis(900)));
        assertThat(hand.isQueueNext()).isFalse();
        hand.minding(NOW.plusSeconds(2));
        assertThat(hand.isQueueNext()).isTrue();
        assertThat(hand.hasRoom(NOW)).as("so that the hand becomes empty").isFalse();
    }

    @Test
    void theQueueOfAChannelThatRestedNeedNotBeLookedThrough() {
        Instant later = NOW.plusSeconds(5);
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1)), true, null), later);
        hand.minding(later);
        assertThat(hand.isQueueNext()).isFalse();
        hand.add(new Claim(2, List.of(offer(MUG, 3, 2)), false, null), later.plusMillis(1500));
        hand.minding(later.plusMillis(1500));
        assertThat(hand.isQueueNext()).as("after telling it for a second").isTrue();
    }

    @Test
    void howTheChannelIsTalkedToIsGoodForASecondAndEndsWithTheLease() {
        ChannelAccess access =
                new ChannelAccess(UUID.randomUUID(), "mall", true, Map.of("key", "secret"), null, Instant.EPOCH);
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1)), true, access), NOW);
        hand.add(new Claim(2, List.of(offer(CAP, 3, 1))), NOW.plusMillis(500));
        assertThat(hand.access(NOW.plusMillis(999))).contains(access);
        assertThat(hand.access(NOW.plusSeconds(1))).isEmpty();
        hand.next(10, NOW);
        assertThat(released()).isEqualTo(2);
        assertThat(hand.access(NOW)).isEmpty();
    }

    @Test
    void aLeaseDoesNotEndWithAnAnswerWhileThereIsMoreToTell() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1), offer(CAP, 3, 1))), NOW);
        hand.next(1, NOW);
        assertThat(endedWith()).as("something is in hand").isZero();
        hand.next(1, NOW);
        hand.queueIsNext();
        assertThat(endedWith()).as("the queue is next").isZero();
        assertThat(released()).isEqualTo(1);
    }

    @Test
    void aDoubtLastsUntilTheQueueWasClaimedAfterIt() {
        hand.add(new Claim(1, List.of()), NOW);
        assertThat(hand.looking()).isFalse();
        hand.expect();
        hand.arrived(true);
        hand.lookedThrough(new Claim(2, List.of()), false, NOW);
        assertThat(hand.hasMore()).isTrue();
        assertThat(released()).isZero();
        assertThat(hand.looking()).isTrue();
        hand.lookFailed(true);
        assertThat(hand.looking()).isTrue();
        hand.lookedThrough(new Claim(3, List.of()), false, NOW);
        assertThat(hand.hasMore()).isFalse();
        assertThat(released()).isEqualTo(3);
    }

    @Test
    void aLeaseThatCouldNotBeReleasedIsKept() {
        hand.add(new Claim(7, List.of()), NOW);
        assertThatThrownBy(() -> hand.end(HandTest::breaks)).hasMessage("7 is gone");
        assertThatThrownBy(() -> hand.release(HandTest::breaks)).hasMessage("7 is gone");
        assertThat(released()).isEqualTo(7);
    }

    private static void breaks(long lease) {
        throw new StackOverflowError(lease + " is gone");
    }

    /** The lease that is released now; 0 for none. */
    private long released() {
        AtomicLong lease = new AtomicLong();
        hand.release(lease::set);
        return lease.get();
    }

    /** The lease that is released with an answer now; 0 for none. */
    private long endedWith() {
        AtomicLong lease = new AtomicLong();
        hand.end(lease::set);
        return lease.get();
    }

    private static Offer offer(UUID listing, int quantity, long revision) {
        return new Offer(listing, listing, "listing", "code", quantity, revision, NOW, 0);
    }
}
