package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    void aLaterChangeReplacesAnEarlierOneWhicheverIsHeardOfFirst() {
        hand.add(new Claim(2, List.of(offer(MUG, 3, 2))), NOW);
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.add(new Claim(3, List.of(offer(CAP, 4, 1))), NOW);
        hand.add(new Claim(4, List.of(offer(CAP, 3, 2))), NOW);
        assertThat(hand.next(10, NOW)).extracting(Offer::quantity).containsExactly(3, 3);
    }

    @Test
    void whatIsTooOldIsLeftToTheQueue() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        hand.add(new Claim(2, List.of(offer(CAP, 3, 1))), NOW.plusSeconds(1));
        assertThat(hand.next(10, NOW.plus(Hand.TELL_WITHIN)))
                .extracting(Offer::listing)
                .containsExactly(CAP);
        assertThat(hand.left()).extracting(Offer::listing).containsExactly(MUG);
        assertThat(hand.hasRoom(NOW)).isFalse();
        assertThat(hand.released()).as("something has to go to the queue yet").isZero();
        hand.queued(hand.left());
        assertThat(hand.released()).isEqualTo(2);
        assertThat(hand.released()).as("once").isZero();
    }

    @Test
    void aChannelThatIsTooSlowIsToldFromItsQueue() {
        hand.add(new Claim(1, List.of(offer(MUG, 4, 1))), NOW);
        assertThat(hand.hasRoom(NOW.plusMillis(999))).isTrue();
        assertThat(hand.hasRoom(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void aHandHoldsOnlySoMuch() {
        List<Offer> many = IntStream.range(0, 2_000)
                .mapToObj(i -> offer(new UUID(1, i), 1, 1))
                .toList();
        hand.add(new Claim(1, many), NOW);
        assertThat(hand.hasRoom(NOW)).isFalse();
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
    void aDoubtLastsUntilTheQueueWasClaimed() {
        hand.doubt();
        assertThat(hand.isInDoubt()).isTrue();
        assertThat(hand.hasMore()).isTrue();
        hand.lookedThrough(new Claim(0, List.of()), false, NOW);
        assertThat(hand.isInDoubt()).isFalse();
    }

    private static Offer offer(UUID listing, int quantity, long revision) {
        return new Offer(listing, "listing", "code", quantity, revision, NOW, 0);
    }
}
