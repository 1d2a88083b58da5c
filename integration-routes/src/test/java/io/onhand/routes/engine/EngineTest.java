package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.canonical.StockOffer;
import io.onhand.catalog.Catalog;
import io.onhand.catalog.SkuDraft;
import io.onhand.channel.Channel;
import io.onhand.channel.ChannelError;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.Channels;
import io.onhand.channel.ConnectorRegistry;
import io.onhand.channel.Listing;
import io.onhand.channel.Listings;
import io.onhand.location.Location;
import io.onhand.location.Locations;
import io.onhand.relay.MessageError;
import io.onhand.relay.ParkedMessages;
import io.onhand.stock.Adjustment;
import io.onhand.stock.Stock;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine as it runs, on a real PostgreSQL, with a mall that does as it is told. */
class EngineTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestMall mall = new TestMall();
    private final Parts parts = new Parts(mall);
    private final TenantScope scope = parts.get(TenantScope.class);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private TenantId tenant;
    private UUID seoul;
    private UUID first;
    private UUID second;

    @BeforeEach
    void start() throws Exception {
        parts.get(ConnectorRegistry.class).write(List.of(mall.descriptor()));
        tenant = parts.get(Tenants.class)
                .onboard("engine-" + COUNT.incrementAndGet(), "Engine Co.", "Asia/Seoul", "ko", "refuse")
                .id();
        seoul = in(() -> parts.get(Locations.class)
                        .save(
                                new Location(
                                        null,
                                        "SEOUL",
                                        "Seoul",
                                        "warehouse",
                                        "Asia/Seoul",
                                        "KR",
                                        null,
                                        null,
                                        null,
                                        null,
                                        true,
                                        0),
                                null))
                .id();
        sku("MUG", 5);
        first = channel("first", "MUG");
        second = channel("second", "MUG");
        camel.disableJMX();
        camel.addRoutes(mall.routes().orElseThrow());
        for (Class<? extends Ticks> route :
                List.of(InboxRoute.class, OutboxRoute.class, PublishRoute.class, ChannelPoller.class)) {
            camel.addRoutes(parts.get(route));
        }
        parts.get(ChannelCalls.class).through(camel.createProducerTemplate());
        camel.start();
        eventually(() -> Integer.valueOf(5).equals(mall.quantity(first, "MUG"))
                && Integer.valueOf(5).equals(mall.quantity(second, "MUG")));
    }

    @AfterEach
    void stop() {
        camel.stop();
        in(() -> {
            parts.get(Channels.class).pause(first);
            return parts.get(Channels.class).pause(second);
        });
        parts.get(EngineThreads.class).stop();
    }

    @Test
    void anOrderByWebhookTakesTheUnitOnEveryChannel() {
        assertThat(webhook(first, "right", "e1", "A-1 MUG 2").status()).isEqualTo(202);
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(first, "MUG")));
    }

    @Test
    void aChannelThatCountsItsSaleDownIsToldItsCappedQuantityAgain() {
        in(() -> parts.get(Channels.class)
                .setPolicy(first, new ChannelPolicy(0, List.of(seoul), 0, 0, 2, 0, null), null, "tester"));
        eventually(() -> Integer.valueOf(2).equals(mall.quantity(first, "MUG")));
        mall.sells(first, "MUG", 1);
        webhook(first, "right", "e1", "A-1 MUG 1");
        eventually(() -> Integer.valueOf(4).equals(mall.quantity(second, "MUG")));
        eventually(() -> Integer.valueOf(2).equals(mall.quantity(first, "MUG")));
    }

    @Test
    void theSameWebhookTwiceTakesTheUnitOnce() {
        webhook(first, "right", "e1", "A-1 MUG 2");
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        webhook(first, "right", "e1", "A-1 MUG 2");
        webhook(first, "right", "e2", "A-2 MUG 1");
        eventually(() -> Integer.valueOf(2).equals(mall.quantity(second, "MUG")));
    }

    @Test
    void aWebhookIsRefusedWithoutProofAndWithoutAChannel() {
        assertThat(webhook(first, "wrong", "e1", "A-1 MUG 2").status()).isEqualTo(401);
        assertThat(webhook(UUID.randomUUID(), "right", "e1", "A-1 MUG 2").status())
                .isEqualTo(404);
        WebhookIntake intake = parts.get(WebhookIntake.class);
        assertThat(intake.take("/nobody/" + first, Map.of(), new byte[0]).status())
                .isEqualTo(404);
        assertThat(intake.take("/test-mall/" + first, Map.of(), null).status()).isEqualTo(413);
    }

    @Test
    void aMessageThatCannotBeReadIsParkedAndStopsNoOther() {
        webhook(first, "right", "e1", "nonsense");
        webhook(first, "right", "e2", "A-1 MUG 0");
        webhook(first, "right", "e3", "A-2 MUG 1");
        eventually(() -> Integer.valueOf(4).equals(mall.quantity(second, "MUG")));
        eventually(() -> in(() -> parts.get(ParkedMessages.class).count()) == 2);
        assertThat(in(() -> parts.get(ParkedMessages.class).list(null, 10)).items())
                .extracting(ParkedMessages.Parked::error)
                .extracting(MessageError::code, MessageError::field)
                .containsExactlyInAnyOrder(
                        tuple("message-unreadable", "order"), tuple("number-out-of-range", "lines[0].quantity"));
    }

    @Test
    void aMessageOnWhichAConnectorBreaksStopsNoOther() {
        webhook(first, "right", "e1", "A-1 MUG many");
        webhook(first, "right", "e2", "A-2 MUG 1");
        eventually(() -> Integer.valueOf(4).equals(mall.quantity(second, "MUG")));
        eventually(() -> {
            parts.pushClock(Duration.ofMinutes(3));
            return in(() -> parts.get(ParkedMessages.class).list(null, 20)).items().stream()
                    .anyMatch(parked -> parked.error().words().contains("many"));
        });
    }

    @Test
    void aListingThatTheChannelWillNotTakeIsLeftAloneForLonger() {
        mall.answerOnce(
                second,
                call -> new StockAnswer(
                        List.of(new StockAnswer.Result("MUG", StockAnswer.Outcome.REFUSED, "no such listing"))));
        webhook(first, "right", "e1", "A-1 MUG 2");
        eventually(() -> "no such listing".equals(listing(second).lastError()));
        parts.pushClock(Duration.ofMinutes(14));
        sku("CUP", 7);
        link(second, "CUP");
        eventually(() -> Integer.valueOf(7).equals(mall.quantity(second, "CUP")));
        assertThat(mall.quantity(second, "MUG")).isEqualTo(5);
        parts.pushClock(Duration.ofMinutes(2));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
    }

    @Test
    void ordersArePolledWhileTheChannelTakesNoStock() {
        for (int i = 0; i < 50; i++) {
            mall.answerOnce(second, call -> {
                throw ChannelFailure.unavailable("HTTP 503");
            });
        }
        sku("OTHER", 1);
        link(second, "OTHER");
        eventually(() -> channelNow(second).circuitOpenUntil() != null);
        int polled = mall.cursors(second).size();
        eventually(() -> mall.cursors(second).size() >= polled + 2);
        assertThat(channelNow(second).circuitOpenUntil()).isNotNull();
    }

    @Test
    void aListingThatWasNotTakenIsToldAgain() {
        mall.answerOnce(
                second,
                call -> new StockAnswer(List.of(
                        new StockAnswer.Result("MUG", StockAnswer.Outcome.AGAIN_LATER, "temporarily_unavailable"))));
        webhook(first, "right", "e1", "A-1 MUG 2");
        eventually(() -> "temporarily_unavailable".equals(listing(second).lastError()));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        eventually(() -> listing(second).staleSince() == null);
    }

    @Test
    void aListingThatTheChannelSaidNothingOfIsToldAgain() {
        mall.answerOnce(second, call -> new StockAnswer(List.of()));
        webhook(first, "right", "e1", "A-1 MUG 2");
        eventually(() -> "".equals(listing(second).lastError()));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        eventually(() -> listing(second).lastError() == null);
    }

    @Test
    void aChannelThatAsksForARestGetsItAndTheOthersDoNotWait() {
        mall.answerOnce(second, call -> {
            throw ChannelFailure.throttled(Duration.ofSeconds(1));
        });
        int before = mall.calls(second);
        webhook(first, "right", "e1", "A-1 MUG 2");
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(first, "MUG")));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        assertThat(mall.calls(second)).isEqualTo(before + 2);
        assertThat(channelNow(second).failures()).isZero();
    }

    @Test
    void aChannelThatFailsIsLeftAloneAndThenToldEverything() {
        for (int i = 0; i < 6; i++) {
            mall.answerOnce(second, call -> {
                throw ChannelFailure.unavailable("HTTP 503");
            });
        }
        for (int i = 1; i <= 4; i++) {
            sku("SKU-" + i, i);
            link(second, "SKU-" + i);
        }
        eventually(() -> channelNow(second).circuitOpenUntil() != null);
        assertThat(channelNow(second).lastError().kind()).isEqualTo(ChannelError.Kind.UNAVAILABLE);
        assertThat(channelNow(second).lastError().words()).isEqualTo("HTTP 503");
        assertThat(listings(second))
                .as("no fault of the listings")
                .hasSize(5)
                .allMatch(listing -> listing.lastError() == null);
        eventually(() -> channelNow(second).circuitOpenUntil() == null
                && Integer.valueOf(4).equals(mall.quantity(second, "SKU-4")));
        assertThat(channelNow(second).failures()).isZero();
    }

    @Test
    void oneListingThatTheChannelCannotStandKeepsNoOtherBack() {
        for (int i = 0; i < 8; i++) {
            mall.answerOnce(second, this::cannotStandBad);
        }
        in(() -> {
            for (String code : List.of("GOOD-1", "BAD", "GOOD-2", "GOOD-3")) {
                sku(code, 1);
                link(second, code);
            }
            return null;
        });
        eventually(() -> Integer.valueOf(1).equals(mall.quantity(second, "GOOD-1"))
                && Integer.valueOf(1).equals(mall.quantity(second, "GOOD-2"))
                && Integer.valueOf(1).equals(mall.quantity(second, "GOOD-3")));
    }

    @Test
    void aRefusalThatComesTooLateLosesNothing() {
        List<String> codes = List.of("LATE-1", "LATE-2", "LATE-3", "LATE-4");
        fiveOfEachAreKnownTo(second, codes);
        mall.answerOnce(second, call -> {
            parts.pushClock(Duration.ofSeconds(11));
            throw ChannelFailure.refused("too late");
        });
        oneOfEachBreaksAndIsTold(second, codes);
    }

    @Test
    void oneChangeOfMoreThanOneBatchIsToldBatchByBatchAndNothingTwice() {
        List<String> codes = IntStream.rangeClosed(1, 2 * TestMall.BATCH + 1)
                .mapToObj(number -> "MANY-" + number)
                .toList();
        fiveOfEachAreKnownTo(second, codes);
        eventually(() -> in(() -> parts.get(Listings.class).list(second, false, null, 100)).items().stream()
                .allMatch(listing -> listing.staleSince() == null));
        int before = mall.offers(second);
        oneOfEachBreaksAndIsTold(second, codes);
        eventually(() -> in(() -> parts.get(Listings.class).list(second, false, null, 100)).items().stream()
                .allMatch(listing -> listing.staleSince() == null));
        assertThat(mall.offers(second)).isEqualTo(before + codes.size());
    }

    @Test
    void pollsPageAfterPageAndGoesOnFromThere() {
        mall.page(first, page("10", true, "A-1 MUG 1"));
        mall.page(first, page("20", false, "A-2 MUG 1", "A-1 MUG 1"));
        eventually(() -> Integer.valueOf(3).equals(mall.quantity(second, "MUG")));
        eventually(() -> mall.cursors(first).contains("20"));
        List<String> cursors = mall.cursors(first);
        assertThat(cursors).containsSubsequence("10", "20");
    }

    private void fiveOfEachAreKnownTo(UUID channel, List<String> codes) {
        in(() -> {
            for (String code : codes) {
                sku(code, 5);
                link(channel, code);
            }
            return null;
        });
        eventuallyShows(channel, codes, 5);
    }

    private void oneOfEachBreaksAndIsTold(UUID channel, List<String> codes) {
        in(() -> parts.get(Stock.class)
                .adjust(
                        codes.stream()
                                .map(code -> new Adjustment(Ids.next(), code, "SEOUL", -1, "damage", null))
                                .toList(),
                        "tester"));
        eventuallyShows(channel, codes, 4);
    }

    private void eventuallyShows(UUID channel, List<String> codes, int units) {
        eventually(() -> codes.stream().allMatch(code -> Integer.valueOf(units).equals(mall.quantity(channel, code))));
    }

    private StockAnswer cannotStandBad(StockCall call) {
        if (call.offers().stream().map(StockOffer::listingId).anyMatch("BAD"::equals)) {
            throw ChannelFailure.refused("HTTP 422");
        }
        return mall.take(call);
    }

    private static OrdersPage page(String cursor, boolean more, String... messages) {
        List<OrdersPage.Message> all = Arrays.stream(messages)
                .map(text -> new OrdersPage.Message(text + "@" + cursor, text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new OrdersPage(all, cursor, more);
    }

    private WebhookIntake.Answer webhook(UUID channel, String key, String id, String body) {
        return parts.get(WebhookIntake.class)
                .take("/test-mall/" + channel, Map.of("Key", key, "Id", id), body.getBytes(StandardCharsets.UTF_8));
    }

    private void sku(String code, int units) {
        in(() -> {
            parts.get(Catalog.class).save(SkuDraft.of(code, "Name of " + code), null);
            return parts.get(Stock.class)
                    .adjust(List.of(new Adjustment(Ids.next(), code, "SEOUL", units, "opening", null)), "tester");
        });
    }

    private UUID channel(String name, String listing) {
        UUID id = in(() ->
                        parts.get(Channels.class).connect(mall.id(), name, Map.of(), ChannelPolicy.of(seoul), "tester"))
                .id();
        link(id, listing);
        return id;
    }

    private void link(UUID channel, String code) {
        in(() -> {
            parts.get(Listings.class).save(channel, List.of(new Listings.Draft(code, code, code)), "tester");
            return null;
        });
    }

    private Channel channelNow(UUID channel) {
        return in(() -> parts.get(Channels.class).get(channel));
    }

    private Listing listing(UUID channel) {
        return listings(channel).stream()
                .filter(one -> one.externalId().equals("MUG"))
                .findFirst()
                .orElseThrow();
    }

    private List<Listing> listings(UUID channel) {
        return in(() -> parts.get(Listings.class).list(channel, false, null, 10))
                .items();
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(tenant, work);
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
