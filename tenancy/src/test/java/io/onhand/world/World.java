package io.onhand.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.canonical.IncomingOrder;
import io.onhand.canonical.OrderChange;
import io.onhand.catalog.Sku;
import io.onhand.catalog.SkuDraft;
import io.onhand.channel.Channel;
import io.onhand.channel.ChannelPolicy;
import io.onhand.channel.ConnectorDescriptor;
import io.onhand.channel.Listings;
import io.onhand.flow.AfterCommit;
import io.onhand.location.Location;
import io.onhand.order.Accepted;
import io.onhand.order.OrderDraft;
import io.onhand.order.OrderSearch;
import io.onhand.publication.Publications;
import io.onhand.stock.Adjustment;
import io.onhand.stock.Availability;
import io.onhand.stock.StockResult;
import io.onhand.stock.StockSearch;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Sql;
import io.onhand.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A tenant of its own for a test, and the small language that tests are written in. The core is the real one, on a real
 * PostgreSQL; only the clock is ours.
 */
public final class World {
    /** A connector that can be told stock, and one that cannot. */
    public static final ConnectorDescriptor SHOP = connector("test-shop", true, false);

    public static final ConnectorDescriptor FILE = connector("test-file", false, true);

    private static int count;

    public final MovableClock clock = new MovableClock();
    public final Core core;
    public final TenantId tenant;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, Location> locations = new HashMap<>();

    /** A tenant whose orders wait when there is no stock. */
    public World() {
        this("backorder");
    }

    public World(String outOfStock) {
        core = new Core(TestDatabase.get(), clock);
        core.registry.write(List.of(SHOP, FILE));
        tenant = core.tenants
                .onboard(nextAlias(), "Test Co.", "Asia/Seoul", "ko", outOfStock)
                .id();
    }

    private static synchronized String nextAlias() {
        return "test-" + ++count;
    }

    public <T> T in(Supplier<T> work) {
        return core.scope.call(tenant, work);
    }

    public void run(Runnable work) {
        core.scope.run(tenant, work);
    }

    /** In a transaction: goes on when another one waits for a lock of this one, which has to be within 30 seconds. */
    public void untilSomebodyWaitsForUs() {
        long start = System.nanoTime();
        while (core.scope
                .sql()
                .list(
                        "select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))",
                        row -> row.number("pid"))
                .isEmpty())
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("nobody waits for us")
                    .isLessThan(Duration.ofSeconds(30));
    }

    // ---- what there is -------------------------------------------------------------------------------------------

    public World sku(String code) {
        in(() -> core.catalog.save(SkuDraft.of(code, "Name of " + code), null));
        return this;
    }

    public World bundle(String code, Sku.Component... components) {
        in(() -> core.catalog.save(SkuDraft.of(code, "Bundle " + code).madeOf(components), null));
        return this;
    }

    public static Sku.Component part(int quantity, String code) {
        return new Sku.Component(code, quantity);
    }

    public World warehouse(String code) {
        return serves(code, true);
    }

    /** A warehouse that serves orders, or does not now. */
    public World serves(String code, boolean active) {
        Location wanted = new Location(
                null, code, "Place " + code, "warehouse", "Asia/Seoul", "KR", null, null, null, null, active, 0);
        locations.put(code, in(() -> core.locations.save(wanted, null)));
        return this;
    }

    /** Connects a channel that is served from those locations, the first one preferred. */
    public World channel(String name, String... network) {
        UUID[] ids =
                Arrays.stream(network).map(code -> locations.get(code).id()).toArray(UUID[]::new);
        channels.put(name, in(() -> core.channels.connect(SHOP.id(), name, Map.of(), ChannelPolicy.of(ids), "tester")));
        return this;
    }

    public World fileChannel(String name, String... network) {
        UUID[] ids =
                Arrays.stream(network).map(code -> locations.get(code).id()).toArray(UUID[]::new);
        channels.put(name, in(() -> core.channels.connect(FILE.id(), name, Map.of(), ChannelPolicy.of(ids), "tester")));
        return this;
    }

    public UUID channelId(String name) {
        return channels.get(name).id();
    }

    public UUID locationId(String code) {
        return locations.get(code).id();
    }

    public UUID skuId(String code) {
        return in(() -> core.catalog.get(code).id());
    }

    /** The listing of a SKU that was {@link #listed}. */
    public UUID listingId(String channel, String sku) {
        return in(() -> core.listings.of(skuId(sku)).stream()
                .filter(listing -> listing.channelId().equals(channelId(channel)))
                .findFirst()
                .orElseThrow()
                .id());
    }

    /** What the publication of a listing says; nothing when it has none. */
    public <T> List<T> publication(UUID listing, Sql.RowMapper<T> part) {
        return in(() -> core.scope
                .sql()
                .list("select * from publication where tenant_id = ? and listing_id = ?", part, tenant, listing));
    }

    public World policy(String channel, ChannelPolicy policy) {
        run(() -> core.channels.setPolicy(channelId(channel), policy, null, "tester"));
        return this;
    }

    /** Lists SKUs on a channel, each under its own code. */
    public World listed(String channel, String... skus) {
        run(() -> core.listings.save(
                channelId(channel),
                Arrays.stream(skus)
                        .map(sku -> new Listings.Draft(sku, sku, "Title of " + sku))
                        .toList(),
                "tester"));
        return this;
    }

    // ---- stock ---------------------------------------------------------------------------------------------------

    public Shelf stock(String sku) {
        return new Shelf(sku);
    }

    /** The units of one SKU. */
    public final class Shelf {
        private final String sku;
        private String location;

        private Shelf(String sku) {
            this.sku = sku;
        }

        public Shelf at(String code) {
            this.location = code;
            return this;
        }

        /** Adds units, or takes them. */
        public World changesBy(int delta) {
            StockResult result = adjust(delta);
            assertThat(result.refusal()).isNull();
            return World.this;
        }

        public StockResult adjust(int delta) {
            return in(() -> core.stock
                    .adjust(List.of(new Adjustment(Ids.next(), sku, location, delta, "test", null)), "tester")
                    .get(0));
        }

        public void is(int onHand, int reserved) {
            StockSearch.LevelRow level = in(() -> core.stockSearch.levels(skuId(sku))).stream()
                    .filter(row -> row.location().equals(location))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No level of " + sku + " at " + location));
            assertThat(List.of(level.onHand(), level.reserved()))
                    .as("on hand and reserved of %s at %s", sku, location)
                    .containsExactly(onHand, reserved);
        }
    }

    public int ats(String sku, String channel) {
        UUID id = skuId(sku);
        return in(() -> core.availability.of(List.of(new Availability.Question(channelId(channel), id))))
                .get(0)
                .ats();
    }

    // ---- orders --------------------------------------------------------------------------------------------------

    /** A line of {@code quantity} of the listing that is called like its SKU. */
    public static IncomingOrder.Line line(int quantity, String listing) {
        return new IncomingOrder.Line("L-" + listing, listing, List.of(), "Title of " + listing, quantity, 1000);
    }

    public static IncomingOrder order(String number, IncomingOrder.Line... lines) {
        return new IncomingOrder(
                number,
                Instant.parse("2026-08-02T12:00:00Z"),
                "KRW",
                new IncomingOrder.Buyer("김견본", "010-0000-1234", null),
                null,
                List.of(lines),
                null);
    }

    public Accepted arrives(String channel, IncomingOrder order) {
        return arrive(channel, order).get(0);
    }

    public List<Accepted> arrive(String channel, IncomingOrder... orders) {
        List<OrderDraft> drafts = new ArrayList<>();
        for (IncomingOrder order : orders)
            drafts.add(new OrderDraft(channelId(channel), OrderDraft.Source.API, "tester", null, order));
        return in(() -> core.orders.accept(drafts));
    }

    /** All of them in one transaction. */
    public World allChangeBy(List<String> skus, String location, int delta) {
        run(() -> core.stock.adjust(
                skus.stream()
                        .map(sku -> new Adjustment(Ids.next(), sku, location, delta, "test", null))
                        .toList(),
                "tester"));
        return this;
    }

    public void cancelled(String channel, String number, String event, OrderChange.Cancel... cancels) {
        run(() -> core.cancellations.change(
                channelId(channel),
                new OrderChange(number, event, clock.instant(), List.of(cancels), "changed mind"),
                "tester"));
    }

    public OrderSearch.Detail detail(Accepted accepted) {
        return in(() -> core.orderSearch.get(accepted.orderId()));
    }

    public String stateOf(Accepted accepted) {
        return detail(accepted).head().state().code();
    }

    /** Everything that follows from what was committed so far. */
    public World settle() {
        while (true) {
            AfterCommit.Done done = core.afterCommit.work(tenant);
            assertThat(done.failed()).as("messages without effect").isZero();
            if (done.messages() == 0) return this;
        }
    }

    /** What each waiting listing of the channel is told, by its id; the channel takes all of it. */
    public Map<String, Integer> tell(String channel) {
        Map<String, Integer> told = new HashMap<>();
        Publications.Claim claim =
                in(() -> core.publications.claim(channelId(channel), 500, Duration.ofSeconds(30), false));
        claim.offers().forEach(offer -> told.put(offer.externalId(), offer.quantity()));
        run(() -> {
            core.publications.acknowledge(channelId(channel), claim.offers());
            core.publications.release(channelId(channel), claim.lease());
        });
        return told;
    }

    /** Levels follow from movements and holds, order lines from holds; whatever the test did. */
    public void ledgerBalances() {
        Ledger.balances(tenant);
    }

    private static ConnectorDescriptor connector(String id, boolean writesStock, boolean readsFiles) {
        return new ConnectorDescriptor(
                id,
                "marketplace",
                Map.of("en", id, "ko", id, "ja", id),
                new ConnectorDescriptor.Capabilities(writesStock, writesStock, writesStock, readsFiles, true),
                List.of(new ConnectorDescriptor.Setting(
                        "token", "secret", false, null, List.of(), Map.of("en", "Token"), Map.of())),
                new ConnectorDescriptor.Limits(100, 10, 10, 10, 60));
    }
}
