package io.onhand.order;

import static io.onhand.world.World.line;
import static io.onhand.world.World.order;
import static io.onhand.world.World.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.catalog.Sku;
import io.onhand.catalog.SkuDraft;
import io.onhand.channel.ChannelPolicy;
import io.onhand.refusal.Refusal;
import io.onhand.stock.Availability;
import io.onhand.world.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private World world = new World();

    @AfterEach
    void ledgerBalances() {
        world.ledgerBalances();
    }

    private void shop(String outOfStock) {
        world = new World(outOfStock);
        world.warehouse("SEOUL").warehouse("BUSAN").sku("MUG").sku("CAP");
        world.channel("Mall", "SEOUL", "BUSAN").listed("Mall", "MUG", "CAP");
    }

    @Test
    void anOrderHoldsItsUnitsAtOnce() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted accepted = world.arrives("Mall", order("1", line(2, "MUG")));
        assertThat(accepted.outcome()).isEqualTo(Accepted.Outcome.NEW);
        assertThat(world.stateOf(accepted)).isEqualTo("held");
        world.stock("MUG").at("SEOUL").is(5, 2);
        assertThat(world.ats("MUG", "Mall")).isEqualTo(3);
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted first = world.arrives("Mall", order("1", line(2, "MUG")));
        Accepted second = world.arrives("Mall", order("1", line(2, "MUG")));
        assertThat(second.outcome()).isEqualTo(Accepted.Outcome.DUPLICATE);
        assertThat(second.orderId()).isEqualTo(first.orderId());
        world.stock("MUG").at("SEOUL").is(5, 2);
    }

    @Test
    void theSameOrderTwiceInOneListIsTakenOnce() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        IncomingOrder order = order("1", line(2, "MUG"));
        assertThat(world.arrive("Mall", order, order))
                .extracting(Accepted::outcome)
                .containsExactly(Accepted.Outcome.NEW, Accepted.Outcome.DUPLICATE);
        world.stock("MUG").at("SEOUL").is(5, 2);
    }

    @Test
    void anOrderThatCameBackWithFewerUnitsGivesTheRestBack() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.arrives("Mall", order("1", line(3, "MUG")));
        Accepted changed = world.arrives("Mall", order("1", line(1, "MUG")));
        assertThat(changed.outcome()).isEqualTo(Accepted.Outcome.CHANGED);
        world.stock("MUG").at("SEOUL").is(5, 1);
        assertThat(world.arrives("Mall", order("1", line(1, "MUG"))).outcome()).isEqualTo(Accepted.Outcome.DUPLICATE);
    }

    @Test
    void anOrderThatCameBackWithMoreUnitsAndLinesHoldsThemToo() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.stock("CAP").at("SEOUL").changesBy(5);
        world.arrives("Mall", order("1", line(1, "MUG")));
        world.arrives("Mall", order("1", line(2, "MUG"), line(1, "CAP")));
        world.stock("MUG").at("SEOUL").is(5, 2);
        world.stock("CAP").at("SEOUL").is(5, 1);
    }

    @Test
    void anOrderThatShrankGrowsBackByWhatItsChannelSays() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(9);
        world.stock("CAP").at("SEOUL").changesBy(9);
        Accepted accepted = world.arrives("Mall", order("1", line(5, "MUG"), line(1, "CAP")));
        world.arrives("Mall", order("1", line(3, "MUG")));
        world.stock("MUG").at("SEOUL").is(9, 3);
        world.stock("CAP").at("SEOUL").is(9, 0);
        world.arrives("Mall", order("1", line(5, "MUG"), line(1, "CAP")));
        world.stock("MUG").at("SEOUL").is(9, 5);
        world.stock("CAP").at("SEOUL").is(9, 1);
        world.arrives("Mall", order("1", line(6, "MUG"), line(1, "CAP")));
        world.stock("MUG").at("SEOUL").is(9, 6);
        // What a person cancels here does not come back with a message that says what it said before.
        world.run(() -> world.core.cancellations.cancel(
                accepted.orderId(),
                List.of(new Cancellations.Cancel(
                        world.detail(accepted).lines().get(0).id(), 2)),
                null,
                null,
                "tester"));
        world.stock("MUG").at("SEOUL").is(9, 4);
        world.arrives("Mall", order("1", line(6, "MUG"), line(2, "CAP")));
        world.stock("MUG").at("SEOUL").is(9, 4);
        world.stock("CAP").at("SEOUL").is(9, 2);
    }

    @Test
    void aCorrectionToWhatCouldBeHeldCancelsNothingThatIsHeld() {
        shop("partial");
        world.stock("MUG").at("SEOUL").changesBy(3);
        Accepted accepted = world.arrives("Mall", order("1", line(5, "MUG")));
        world.arrives("Mall", order("1", line(3, "MUG")));
        assertThat(world.detail(accepted).lines().get(0).held()).isEqualTo(3);
        world.stock("MUG").at("SEOUL").is(3, 3);
        world.arrives("Mall", order("1", line(2, "MUG")));
        world.stock("MUG").at("SEOUL").is(3, 2);
    }

    @Test
    void aChangeThatNoOrderCanTakeIsRefusedAndChangesNothing() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        IncomingOrder first = order("1", line(2, "MUG"));
        world.arrives("Mall", first);
        IncomingOrder.Line line = first.lines().get(0);
        IncomingOrder.Line other = new IncomingOrder.Line(
                line.externalLineId(), "CAP", List.of("CAP"), null, line.quantity(), line.unitPriceMinor());
        assertThat(world.arrives("Mall", changed(first, first.currency(), List.of(other)))
                        .refusal())
                .extracting(Refusal::code, Refusal::field)
                .containsExactly("line-of-another-listing", "lines[0].listingId");
        assertThat(world.arrives("Mall", changed(first, "USD", first.lines())).refusal())
                .extracting(Refusal::code, Refusal::field)
                .containsExactly("currency-changed", "currency");
        world.stock("MUG").at("SEOUL").is(5, 2);
        assertThat(world.arrives("Mall", first).outcome()).isEqualTo(Accepted.Outcome.DUPLICATE);
    }

    @Test
    void aChangeKeepsThePeopleThatAChannelMasksAndTakesItsNewPrice() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        IncomingOrder first = order("1", line(2, "MUG"));
        IncomingOrder named = new IncomingOrder(
                first.externalId(),
                first.placedAt(),
                first.currency(),
                new IncomingOrder.Buyer("김민지", "010-0000-0000", null),
                first.shipTo(),
                first.lines(),
                "문 앞");
        Accepted accepted = world.arrives("Mall", named);
        IncomingOrder.Line line = first.lines().get(0);
        IncomingOrder.Line dearer = new IncomingOrder.Line(
                line.externalLineId(), line.listingId(), line.skuCandidates(), null, 3, line.unitPriceMinor() + 100);
        world.arrives("Mall", changed(first, first.currency(), List.of(dearer)));
        var detail = world.detail(accepted);
        assertThat(detail.head().buyer().name()).isEqualTo("김민지");
        assertThat(detail.head().note()).isEqualTo("문 앞");
        assertThat(detail.lines().get(0).unitPriceMinor()).isEqualTo(line.unitPriceMinor() + 100);
        assertThat(detail.head().totalMinor()).isEqualTo(3 * (line.unitPriceMinor() + 100));
    }

    @Test
    void anOrderNeverGrowsBeyondWhatOneMayHave() {
        shop("backorder");
        IncomingOrder.Line[] some =
                IntStream.range(0, 150).mapToObj(i -> line(1, "first-" + i)).toArray(IncomingOrder.Line[]::new);
        IncomingOrder.Line[] others =
                IntStream.range(0, 51).mapToObj(i -> line(1, "other-" + i)).toArray(IncomingOrder.Line[]::new);
        world.arrives("Mall", order("1", some));
        assertThat(world.arrives("Mall", order("1", others)).refusal())
                .extracting(Refusal::code, Refusal::field)
                .containsExactly("number-out-of-range", "lines.size");
    }

    @Test
    void aChangeOfAnOrderThatIsTakenBackAtThatMomentIsANewOrder() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted first = world.arrives("Mall", order("1", line(3, "MUG")));
        CompletableFuture<Accepted> changed = world.in(() -> {
            world.core.cancellations.undo(List.of(first.orderId()), "tester");
            CompletableFuture<Accepted> arriving =
                    CompletableFuture.supplyAsync(() -> world.arrives("Mall", order("1", line(2, "MUG"))));
            world.untilSomebodyWaitsForUs();
            return arriving;
        });
        assertThat(changed.join().outcome()).isEqualTo(Accepted.Outcome.NEW);
        assertThat(changed.join().orderId()).isNotEqualTo(first.orderId());
        world.stock("MUG").at("SEOUL").is(5, 2);
    }

    private static IncomingOrder changed(IncomingOrder order, String currency, List<IncomingOrder.Line> lines) {
        return new IncomingOrder(order.externalId(), order.placedAt(), currency, null, null, lines, null);
    }

    @Test
    void anOrderThatMissedItsLinkOrItsStockIsFoundByTheSweep() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted unmatched = world.arrives("Mall", order("1", line(1, "later")));
        Accepted backordered = world.arrives("Mall", order("2", line(1, "CAP")));
        world.settle();
        // As if both had been written while the link and the stock came: nobody who knew saw them.
        world.run(() -> world.core
                .scope
                .sql()
                .update(
                        "update listing set sku_id = ?, state = 'linked' where external_id = 'later' and tenant_id = ?",
                        world.skuId("MUG"),
                        world.tenant));
        world.stock("CAP").at("SEOUL").changesBy(1);
        world.run(() -> world.core.scope.sql().update("delete from outbox where tenant_id = ?", world.tenant));
        world.settle();
        assertThat(world.stateOf(unmatched)).isEqualTo("unmatched");
        assertThat(world.stateOf(backordered)).isEqualTo("backordered");
        world.core.housekeeping.sweep(world.tenant);
        world.settle();
        assertThat(world.stateOf(unmatched)).isEqualTo("held");
        assertThat(world.stateOf(backordered)).isEqualTo("held");
    }

    @Test
    void withoutStockTheRestWaitsAndIsServedOldestFirstWhenStockComes() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(1);
        Accepted first = world.arrives("Mall", order("1", line(2, "MUG")));
        Accepted second = world.arrives("Mall", order("2", line(2, "MUG")));
        assertThat(world.stateOf(first)).isEqualTo("backordered");
        world.stock("MUG").at("BUSAN").changesBy(2);
        world.settle();
        assertThat(world.stateOf(first)).isEqualTo("held");
        assertThat(world.detail(second).lines().get(0).held()).isEqualTo(1);
        assertThat(world.detail(second).lines().get(0).backordered()).isEqualTo(1);
    }

    @Test
    void withPolicyPartialTheRestIsRefused() {
        shop("partial");
        world.stock("MUG").at("SEOUL").changesBy(1);
        Accepted accepted = world.arrives("Mall", order("1", line(3, "MUG")));
        assertThat(world.detail(accepted).lines().get(0).held()).isEqualTo(1);
        assertThat(world.detail(accepted).lines().get(0).refused()).isEqualTo(2);
        assertThat(world.stateOf(accepted)).isEqualTo("held");
    }

    @Test
    void withPolicyRefuseOneMissingUnitRefusesTheWholeOrder() {
        shop("refuse");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted accepted = world.arrives("Mall", order("1", line(1, "MUG"), line(1, "CAP")));
        assertThat(world.stateOf(accepted)).isEqualTo("refused");
        world.stock("MUG").at("SEOUL").is(5, 0);
    }

    @Test
    void anOrderComesFromOnePlaceWhenOnePlaceHasAllOfIt() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        world.stock("MUG").at("BUSAN").changesBy(1);
        world.stock("CAP").at("BUSAN").changesBy(1);
        world.arrives("Mall", order("1", line(1, "MUG"), line(1, "CAP")));
        world.stock("MUG").at("SEOUL").is(5, 0);
        world.stock("MUG").at("BUSAN").is(1, 1);
        world.stock("CAP").at("BUSAN").is(1, 1);
    }

    @Test
    void anOrderIsSplitWhenNoPlaceHasAllOfIt() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(3);
        world.stock("MUG").at("BUSAN").changesBy(10);
        world.arrives("Mall", order("1", line(12, "MUG")));
        world.stock("MUG").at("SEOUL").is(3, 3);
        world.stock("MUG").at("BUSAN").is(10, 9);
    }

    @Test
    void bundlesAndTheirComponentsShareTheSameUnits() {
        shop("refuse");
        world.bundle("SET", part(1, "MUG"), part(2, "CAP")).listed("Mall", "SET");
        world.stock("MUG").at("SEOUL").changesBy(3);
        world.stock("CAP").at("SEOUL").changesBy(4);
        assertThat(world.ats("SET", "Mall")).isEqualTo(2);
        // Two sets take all four caps; each line alone could be served, both together cannot.
        Accepted both = world.arrives("Mall", order("1", line(2, "SET"), line(1, "CAP")));
        assertThat(world.stateOf(both)).isEqualTo("refused");
        Accepted set = world.arrives("Mall", order("2", line(2, "SET")));
        assertThat(world.stateOf(set)).isEqualTo("held");
        world.stock("CAP").at("SEOUL").is(4, 4);
        world.stock("MUG").at("SEOUL").is(3, 2);
        assertThat(world.ats("CAP", "Mall")).isZero();
        assertThat(world.ats("MUG", "Mall")).isEqualTo(1);
    }

    @Test
    void nestedBundlesTakeTheirLeaves() {
        shop("backorder");
        world.bundle("PAIR", part(2, "MUG"))
                .bundle("BOX", part(2, "PAIR"), part(1, "CAP"), part(1, "MUG"))
                .listed("Mall", "BOX");
        world.stock("MUG").at("SEOUL").changesBy(10);
        world.stock("CAP").at("SEOUL").changesBy(9);
        assertThat(world.ats("BOX", "Mall")).isEqualTo(2);
        world.arrives("Mall", order("1", line(1, "BOX")));
        world.stock("MUG").at("SEOUL").is(10, 5);
        // A changed component changes every bundle above it.
        world.bundle("PAIR", part(1, "MUG"));
        assertThat(world.ats("BOX", "Mall")).isEqualTo(1);
    }

    @Test
    void aBundleUnitIsNeverSplitOverPlaces() {
        shop("backorder");
        world.bundle("SET", part(1, "MUG"), part(1, "CAP")).listed("Mall", "SET");
        world.stock("MUG").at("SEOUL").changesBy(1);
        world.stock("CAP").at("BUSAN").changesBy(1);
        assertThat(world.ats("SET", "Mall")).isZero();
        assertThat(world.stateOf(world.arrives("Mall", order("1", line(1, "SET")))))
                .isEqualTo("backordered");
    }

    @Test
    void anUnknownListingWaitsToBeLinkedAndThenFlowsByItself() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted accepted = world.arrives("Mall", order("1", line(1, "MUG"), line(2, "what-is-this")));
        assertThat(world.stateOf(accepted)).isEqualTo("unmatched");
        world.stock("MUG").at("SEOUL").is(5, 1);
        var waiting =
                world.in(() -> world.core.listings.list(null, true, null, 10)).items();
        assertThat(waiting).extracting(listing -> listing.externalId()).containsExactly("what-is-this");
        world.run(() -> world.core.listings.link(waiting.get(0).id(), "MUG", "tester"));
        world.settle();
        assertThat(world.stateOf(accepted)).isEqualTo("held");
        world.stock("MUG").at("SEOUL").is(5, 3);
    }

    @Test
    void aListingLinksItselfByTheFirstCodeThatOneSkuAnswersTo() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        IncomingOrder.Line coded =
                new IncomingOrder.Line("1", "mall-77", List.of("nobody-knows", "MUG", "CAP"), "Mug", 1, 1000);
        assertThat(world.stateOf(world.arrives("Mall", order("1", coded)))).isEqualTo("held");
    }

    @Test
    void aCodeThatTwoSkusAnswerToIsLeftToAPerson() {
        shop("backorder");
        for (String code : List.of("A", "B"))
            world.in(() -> world.core.catalog.save(
                    SkuDraft.of(code, code).known(new Sku.Identifier("supplier-" + code, "SHARED")), null));
        IncomingOrder.Line coded = new IncomingOrder.Line("1", "mall-78", List.of("SHARED"), "?", 1, 1000);
        assertThat(world.stateOf(world.arrives("Mall", order("1", coded)))).isEqualTo("unmatched");
        assertThat(world.in(() -> world.core.listings.list(null, true, null, 10))
                        .items()
                        .get(0)
                        .state())
                .isEqualTo("ambiguous");
    }

    @Test
    void cancellingUnitsGivesExactlyThoseBack() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(4);
        Accepted accepted = world.arrives("Mall", order("1", line(6, "MUG")));
        var first = world.detail(accepted).lines().get(0).id();
        world.run(() -> world.core.cancellations.cancel(
                accepted.orderId(), List.of(new Cancellations.Cancel(first, 3)), "too many", null, "minji"));
        // Two units that held nothing went first, then one that was held.
        assertThat(world.detail(accepted).lines().get(0).backordered()).isZero();
        world.stock("MUG").at("SEOUL").is(4, 3);
        world.run(() -> world.core.cancellations.cancel(accepted.orderId(), List.of(), null, null, "minji"));
        world.stock("MUG").at("SEOUL").is(4, 0);
        assertThat(world.stateOf(accepted)).isEqualTo("cancelled");
        assertThatThrownBy(() -> world.run(
                        () -> world.core.cancellations.cancel(accepted.orderId(), List.of(), null, null, "minji")))
                .isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).code())
                .isEqualTo("nothing-to-cancel");
    }

    @Test
    void cancellingABundleGivesBackItsComponents() {
        shop("backorder");
        world.bundle("SET", part(1, "MUG"), part(2, "CAP")).listed("Mall", "SET");
        world.stock("MUG").at("SEOUL").changesBy(3);
        world.stock("CAP").at("SEOUL").changesBy(6);
        Accepted accepted = world.arrives("Mall", order("1", line(3, "SET")));
        world.cancelled("Mall", "1", "event-1", new OrderChange.Cancel("L-SET", 1));
        world.stock("MUG").at("SEOUL").is(3, 2);
        world.stock("CAP").at("SEOUL").is(6, 4);
        assertThat(world.stateOf(accepted)).isEqualTo("held");
    }

    @Test
    void aChannelsCancellationCountsOnce() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(4);
        world.arrives("Mall", order("1", line(4, "MUG")));
        world.cancelled("Mall", "1", "event-1", new OrderChange.Cancel("L-MUG", 1));
        world.cancelled("Mall", "1", "event-1", new OrderChange.Cancel("L-MUG", 1));
        world.stock("MUG").at("SEOUL").is(4, 3);
        world.cancelled("Mall", "1", "event-2", new OrderChange.Cancel("L-MUG", 100));
        world.stock("MUG").at("SEOUL").is(4, 0);
    }

    @Test
    void aCancellationBeforeItsOrderIsNotLost() {
        shop("backorder");
        assertThatThrownBy(() -> world.cancelled("Mall", "not-yet", "event-1"))
                .isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void unitsThatAreCancelledServeTheNextWhoWaits() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(1);
        world.arrives("Mall", order("1", line(1, "MUG")));
        Accepted second = world.arrives("Mall", order("2", line(1, "MUG")));
        world.cancelled("Mall", "1", "event-1");
        world.settle();
        assertThat(world.stateOf(second)).isEqualTo("held");
    }

    @Test
    void aMalformedOrderIsRefusedWithItsFieldAndTheOthersAreTaken() {
        shop("backorder");
        List<Accepted> results = world.arrive(
                "Mall", order("1", line(0, "MUG")), order("2", line(1, "MUG")), order(" ", line(1, "MUG")), order("4"));
        assertThat(results)
                .extracting(Accepted::outcome)
                .containsExactly(
                        Accepted.Outcome.REFUSED,
                        Accepted.Outcome.NEW,
                        Accepted.Outcome.REFUSED,
                        Accepted.Outcome.REFUSED);
        assertThat(results.get(0).refusal().field()).isEqualTo("lines[0].quantity");
        assertThat(results.get(2).refusal().field()).isEqualTo("externalId");
    }

    @Test
    void ordersAreFoundByStateChannelAndTheStartOfTheirNumberPageByPage() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(2);
        for (int i = 1; i <= 5; i++) world.arrives("Mall", order("A-" + i, line(1, "MUG")));
        world.arrives("Mall", order("B-1", line(1, "MUG")));
        var filter = new OrderSearch.Filter(OrderState.BACKORDERED, world.channelId("Mall"), "A-", null, null, null);
        var first = world.in(() -> world.core.orderSearch.list(filter, null, 2));
        assertThat(first.items()).extracting(OrderSearch.Head::externalId).containsExactly("A-5", "A-4");
        var rest = world.in(() -> world.core.orderSearch.list(filter, first.next(), 2));
        assertThat(rest.items()).extracting(OrderSearch.Head::externalId).containsExactly("A-3");
        assertThat(rest.next()).isNull();
    }

    @Test
    void anOrderThatWaitsIsServedWhenTheNetworkOfItsChannelGrows() {
        shop("backorder");
        world.policy("Mall", ChannelPolicy.of(world.locationId("SEOUL")));
        world.stock("MUG").at("BUSAN").changesBy(2);
        Accepted waits = world.arrives("Mall", order("1", line(1, "MUG")));
        world.settle();
        assertThat(world.stateOf(waits)).isEqualTo("backordered");
        world.policy("Mall", ChannelPolicy.of(world.locationId("SEOUL"), world.locationId("BUSAN")));
        world.settle();
        assertThat(world.stateOf(waits)).isEqualTo("held");
        world.stock("MUG").at("BUSAN").is(2, 1);
    }

    @Test
    void anOrderThatWaitsIsServedWhenItsPlaceOpens() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(2);
        world.serves("SEOUL", false);
        Accepted waits = world.arrives("Mall", order("1", line(1, "MUG")));
        world.settle();
        assertThat(world.stateOf(waits)).isEqualTo("backordered");
        world.serves("SEOUL", true);
        world.settle();
        assertThat(world.stateOf(waits)).isEqualTo("held");
    }

    @Test
    void whoHoldsUnitsIsToldByNameFromTheSkuAndFromTheNumber() {
        shop("backorder");
        world.stock("MUG").at("SEOUL").changesBy(5);
        Accepted order = world.arrives("Mall", order("1", line(2, "MUG")));
        UUID sku = world.skuId("MUG");
        assertThat(world.in(() -> world.core.stockSearch.holds(sku, 10)))
                .extracting(
                        Availability.HeldBy::orderNumber, Availability.HeldBy::locationName, Availability.HeldBy::units)
                .containsExactly(tuple("1", "Place SEOUL", 2));
        Availability.Explanation why = world.in(() -> world.core.availability.explain(world.channelId("Mall"), sku));
        assertThat(why.holds()).extracting(Availability.HeldBy::locationName).containsExactly("Place SEOUL");
        assertThat(why.parts())
                .extracting(Availability.Part::locationName)
                .containsExactly("Place SEOUL", "Place BUSAN");
        assertThat(world.detail(order).holds())
                .extracting(OrderSearch.HoldView::skuName, OrderSearch.HoldView::locationName)
                .containsExactly(tuple("Name of MUG", "Place SEOUL"));
    }

    @Test
    void anOrderBehindABatchThatCannotBeServedIsReached() {
        shop("backorder");
        world.channel("Elsewhere", "BUSAN").listed("Elsewhere", "MUG");
        world.policy("Mall", ChannelPolicy.of(world.locationId("SEOUL")));
        world.arrive(
                "Elsewhere",
                IntStream.range(0, Orders.MAX_BATCH)
                        .mapToObj(number -> order("E-" + number, line(1, "MUG")))
                        .toArray(IncomingOrder[]::new));
        Accepted behind = world.arrives("Mall", order("1", line(1, "MUG")));
        world.settle();
        world.stock("MUG").at("SEOUL").changesBy(1);
        world.settle();
        assertThat(world.stateOf(behind)).isEqualTo("held");
    }

    @Test
    void aChannelThatIsNotThereIsNamedByItsField() {
        OrderDraft draft =
                new OrderDraft(UUID.randomUUID(), OrderDraft.Source.API, "tester", null, order("1", line(1, "MUG")));
        Accepted accepted =
                world.in(() -> world.core.orders.accept(List.of(draft))).get(0);
        assertThat(accepted.refusal().code()).isEqualTo("channel-not-found");
        assertThat(accepted.refusal().field()).isEqualTo("channelId");
    }
}
