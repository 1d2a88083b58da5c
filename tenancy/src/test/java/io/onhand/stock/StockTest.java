package io.onhand.stock;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.channel.ChannelPolicy;
import io.onhand.order.Accepted;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.Ids;
import io.onhand.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {
    private final World world = new World();

    @BeforeEach
    void shop() {
        world.warehouse("SEOUL").warehouse("BUSAN").sku("MUG").sku("CAP");
        world.channel("Mall", "SEOUL", "BUSAN").listed("Mall", "MUG");
    }

    @AfterEach
    void ledgerBalances() {
        world.ledgerBalances();
    }

    private StockResult count(Count count) {
        return world.in(() -> world.core.stock.set(List.of(count), "tester").get(0));
    }

    @Test
    void anAdjustmentWithAKnownIdChangesNothing() {
        Adjustment found = new Adjustment(Ids.next(), "MUG", "SEOUL", 5, "found", null);
        assertThat(world.in(() -> world.core.stock.adjust(List.of(found, found), "tester")))
                .extracting(StockResult::outcome)
                .containsExactly("applied", "duplicate");
        assertThat(world.in(() -> world.core.stock.adjust(List.of(found), "tester"))
                        .get(0)
                        .outcome())
                .isEqualTo("duplicate");
        world.stock("MUG").at("SEOUL").is(5, 0);
    }

    @Test
    void eachItemOfABatchIsDecidedAlone() {
        world.bundle("SET", part(1, "MUG"));
        List<StockResult> results = world.in(() -> world.core.stock.adjust(
                List.of(
                        new Adjustment(Ids.next(), "MUG", "SEOUL", 5, "found", null),
                        new Adjustment(Ids.next(), "MUG", "SEOUL", -6, "lost", null),
                        new Adjustment(Ids.next(), "NONE", "SEOUL", 1, "found", null),
                        new Adjustment(Ids.next(), "SET", "SEOUL", 1, "found", null),
                        new Adjustment(Ids.next(), "MUG", "MARS", 1, "found", null),
                        new Adjustment(Ids.next(), "MUG", "SEOUL", 0, "found", null),
                        new Adjustment(Ids.next(), "MUG", "SEOUL", -2, "lost", null)),
                "tester"));
        assertThat(results)
                .extracting(one ->
                        one.refusal() == null ? one.outcome() : one.refusal().code())
                .containsExactly(
                        "applied",
                        "stock-below-zero",
                        "sku-unknown",
                        "bundle-has-no-stock",
                        "location-unknown",
                        "delta-zero",
                        "applied");
        world.stock("MUG").at("SEOUL").is(3, 0);
    }

    @Test
    void moreThanCanBeCountedIsRefusedWithWhatIsPossible() {
        List<Adjustment> many = Stream.of(9_999_999, 2)
                .map(units -> new Adjustment(Ids.next(), "MUG", "SEOUL", units, "found", null))
                .toList();
        List<StockResult> results = world.in(() -> world.core.stock.adjust(many, "tester"));
        assertThat(results.get(0).outcome()).isEqualTo("applied");
        Refusal refusal = results.get(1).refusal();
        assertThat(refusal.code()).isEqualTo("number-out-of-range");
        assertThat(refusal.field()).isEqualTo("delta");
        assertThat(refusal.details()).containsEntry("most", 1L);
        world.stock("MUG").at("SEOUL").is(9_999_999, 0);
    }

    @Test
    void aCountSetsTheNumberAndTheLedgerKeepsTheDifference() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        assertThat(count(new Count(Ids.next(), "MUG", "SEOUL", 7, null, 10, "count"))
                        .onHand())
                .isEqualTo(7);
        assertThat(count(new Count(Ids.next(), "MUG", "SEOUL", 9, null, 10, "count"))
                        .refusal()
                        .code())
                .isEqualTo("stock-changed-meanwhile");
        var newest = world.in(() -> world.core.stockSearch.movements(world.skuId("MUG"), null, 10))
                .items()
                .get(0);
        assertThat(newest.from()).isEqualTo("SEOUL");
        assertThat(newest.to()).isEqualTo("@adjustment");
        assertThat(newest.quantity()).isEqualTo(3);
    }

    @Test
    void countsOfNowSetWhateverIsThere() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        assertThat(world.in(() -> world.core.stock.set(
                        List.of(
                                new Count(null, "MUG", "SEOUL", 7, null, null, "count"),
                                new Count(null, "NONE", "SEOUL", 1, null, null, "count"),
                                new Count(null, "MUG", "BUSAN", 4, null, null, "count"),
                                new Count(null, "CAP", "SEOUL", 0, null, null, "count")),
                        "tester")))
                .extracting(StockResult::outcome, StockResult::onHand)
                .containsExactly(
                        tuple("applied", 7), tuple("refused", null), tuple("applied", 4), tuple("unchanged", 0));
        world.stock("MUG").at("SEOUL").is(7, 0);
        world.stock("MUG").at("BUSAN").is(4, 0);
    }

    @Test
    void ofTwoCountsOfAPlaceInABatchTheLastOneCounts() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        assertThat(world.in(() -> world.core.stock.set(
                        List.of(
                                new Count(null, "MUG", "SEOUL", 7, null, null, "count"),
                                new Count(null, "MUG", "SEOUL", 9, null, null, "count")),
                        "tester")))
                .extracting(StockResult::onHand)
                .containsExactly(7, 9);
        world.stock("MUG").at("SEOUL").is(9, 0);
    }

    @Test
    void aCountBelowWhatIsPromisedIsAShortfall() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        world.arrives("Mall", order("1", line(6, "MUG")));
        count(new Count(null, "MUG", "SEOUL", 4, null, null, "count"));
        assertThat(world.in(() -> world.core.stockSearch.levels(world.skuId("MUG"))))
                .extracting(
                        StockSearch.LevelRow::onHand, StockSearch.LevelRow::reserved, StockSearch.LevelRow::shortfall)
                .containsExactly(tuple(4, 6, 2));
    }

    @Test
    void aCountOfThePastKeepsWhatMovedSince() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        Instant counted = world.clock.instant();
        world.clock.pass(Duration.ofMinutes(5));
        world.stock("MUG").at("SEOUL").changesBy(4);
        assertThat(count(new Count(Ids.next(), "MUG", "SEOUL", 8, counted, null, "count"))
                        .onHand())
                .isEqualTo(12);
        assertThat(count(new Count(Ids.next(), "MUG", "SEOUL", 1, counted.minusSeconds(60), null, "count"))
                        .refusal()
                        .code())
                .isEqualTo("count-older");
    }

    @Test
    void eachCountOfABatchKnowsWhatMovedAtItsOwnPlaceSinceItsOwnMoment() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        world.stock("MUG").at("BUSAN").changesBy(10);
        world.stock("CAP").at("SEOUL").changesBy(10);
        Instant early = world.clock.instant();
        world.clock.pass(Duration.ofMinutes(5));
        world.stock("MUG").at("SEOUL").changesBy(-3);
        world.stock("MUG").at("BUSAN").changesBy(2);
        Instant late = world.clock.instant();
        world.clock.pass(Duration.ofMinutes(5));
        world.stock("MUG").at("BUSAN").changesBy(1);
        UUID twice = Ids.next();
        assertThat(world.in(() -> world.core.stock.set(
                        List.of(
                                new Count(Ids.next(), "MUG", "SEOUL", 10, early, null, "count"),
                                new Count(Ids.next(), "MUG", "BUSAN", 10, late, null, "count"),
                                new Count(twice, "CAP", "SEOUL", 9, late, null, "count"),
                                new Count(twice, "CAP", "SEOUL", 8, early, null, "count"),
                                new Count(Ids.next(), "MUG", "BUSAN", 7, early, null, "count")),
                        "tester")))
                .extracting(
                        StockResult::outcome,
                        StockResult::onHand,
                        result -> result.refusal() == null
                                ? null
                                : result.refusal().code())
                .containsExactly(
                        tuple("unchanged", 7, null),
                        tuple("applied", 11, null),
                        tuple("applied", 9, null),
                        tuple("duplicate", null, null),
                        tuple("refused", null, "count-older"));
    }

    @Test
    void aCountBelowWhatIsPromisedShowsAShortfallAndSellsNothing() {
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.arrives("Mall", order("1", line(4, "MUG")));
        count(new Count(Ids.next(), "MUG", "SEOUL", 1, null, null, "count"));
        world.stock("MUG").at("SEOUL").is(1, 4);
        assertThat(world.in(() -> world.core.stockSearch.skusShort())).isEqualTo(1);
        assertThat(world.ats("MUG", "Mall")).isZero();
        Accepted next = world.arrives("Mall", order("2", line(1, "MUG")));
        assertThat(world.stateOf(next)).isEqualTo("backordered");
        world.cancelled("Mall", "1", "event-1");
        world.settle();
        assertThat(world.in(() -> world.core.stockSearch.skusShort())).isZero();
        assertThat(world.stateOf(next)).isEqualTo("held");
    }

    @Test
    void safetyStockIsNotForSale() {
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.run(() -> world.core.stock.keepSafety("MUG", "SEOUL", 2));
        assertThat(world.ats("MUG", "Mall")).isEqualTo(3);
        Accepted accepted = world.arrives("Mall", order("1", line(5, "MUG")));
        assertThat(world.detail(accepted).lines().get(0).held()).isEqualTo(3);
    }

    @Test
    void aPolicyShapesWhatAChannelSees() {
        world.stock("MUG").at("SEOUL").changesBy(10);
        UUID seoul = world.locationId("SEOUL");
        world.policy("Mall", new ChannelPolicy(0, List.of(seoul), 2, 0, null, 0, null));
        assertThat(world.ats("MUG", "Mall")).isEqualTo(8);
        world.policy("Mall", new ChannelPolicy(0, List.of(seoul), 2, 25, null, 0, null));
        assertThat(world.ats("MUG", "Mall")).isEqualTo(7);
        world.policy("Mall", new ChannelPolicy(0, List.of(seoul), 0, 0, 6, 0, null));
        assertThat(world.ats("MUG", "Mall")).isEqualTo(6);
        world.policy("Mall", new ChannelPolicy(0, List.of(seoul), 0, 0, 6, 10, null));
        assertThat(world.ats("MUG", "Mall")).isZero();
        world.policy("Mall", new ChannelPolicy(0, List.of(world.locationId("BUSAN")), 0, 0, null, 0, null));
        assertThat(world.ats("MUG", "Mall")).isZero();
    }

    @Test
    void anAvailabilityTellsEverythingThatMadeIt() {
        world.bundle("SET", part(1, "MUG"), part(2, "CAP")).listed("Mall", "SET");
        world.stock("MUG").at("SEOUL").changesBy(9);
        world.stock("CAP").at("SEOUL").changesBy(9);
        world.stock("MUG").at("BUSAN").changesBy(3);
        world.arrives("Mall", order("77", line(1, "SET")));
        world.policy(
                "Mall",
                new ChannelPolicy(
                        0, List.of(world.locationId("SEOUL"), world.locationId("BUSAN")), 1, 0, null, 0, null));
        Availability.Explanation why =
                world.in(() -> world.core.availability.explain(world.channelId("Mall"), world.skuId("SET")));
        assertThat(why.networkUnits()).isEqualTo(3);
        assertThat(why.bufferUnits()).isEqualTo(1);
        assertThat(why.ats()).isEqualTo(2).isEqualTo(world.ats("SET", "Mall"));
        assertThat(why.policy().version()).isEqualTo(2);
        assertThat(why.parts())
                .extracting(part -> part.location() + " " + part.leaf() + " " + part.free() + " " + part.units())
                .containsExactly("SEOUL CAP 7 3", "SEOUL MUG 8 8", "BUSAN CAP 0 0", "BUSAN MUG 3 3");
        assertThat(why.holds())
                .extracting(hold -> hold.orderNumber() + " " + hold.leaf() + " " + hold.units())
                .containsExactlyInAnyOrder("77 CAP 2", "77 MUG 1");
    }

    @Test
    void whatMadeAnAvailabilityAddsUpWhileStockChanges() {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            while (!enough.get()) world.stock("MUG").at("SEOUL").changesBy(1);
        });
        try {
            for (int i = 0; i < 100; i++) {
                Availability.Explanation why =
                        world.in(() -> world.core.availability.explain(world.channelId("Mall"), world.skuId("MUG")));
                assertThat(why.parts().stream()
                                .mapToInt(Availability.Part::units)
                                .sum())
                        .isEqualTo(why.networkUnits());
            }
        } finally {
            enough.set(true);
            changes.join();
        }
    }

    @Test
    void stockIsFoundByTheStartOfCodeNameOrIdentifier() {
        world.stock("MUG").at("SEOUL").changesBy(3);
        assertThat(world.in(() -> world.core.stockSearch.list("MU", null, null, 10))
                        .items())
                .extracting(row -> row.code() + " " + row.free())
                .containsExactly("MUG 3");
        assertThat(world.in(() -> world.core.stockSearch.list("Name of C", null, null, 10))
                        .items())
                .extracting(StockSearch.StockRow::code)
                .containsExactly("CAP");
        assertThat(world.in(() -> world.core.stockSearch.list(null, world.locationId("BUSAN"), null, 10))
                        .items())
                .extracting(row -> row.code() + " " + row.free())
                .containsExactly("CAP 0", "MUG 0");
    }
}
