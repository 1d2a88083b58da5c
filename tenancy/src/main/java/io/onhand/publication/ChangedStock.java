package io.onhand.publication;

import io.onhand.channel.StaleListings;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import io.onhand.stock.Availability;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds out what a change of stock means for channels. Channels that can be told at once are claimed together with the
 * marking, so that what was just worked out need not be looked up and worked out again. Use inside {@link TenantScope#call}.
 */
@Singleton
public class ChangedStock {
    private final TenantScope scope;
    private final Availability availability;
    private final Leases leases;
    private final Clock clock;

    @Inject
    public ChangedStock(TenantScope scope, Availability availability, Leases leases, Clock clock) {
        this.scope = scope;
        this.availability = availability;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * What came of a change.
     *
     * @param queued channels whose queue has something
     * @param claimed channels that were claimed, with what they are to be told; nothing for one that this node told already and
     *     that has nothing new. Who asked for them has to release them
     */
    public record Marked(Set<UUID> queued, Map<UUID, Claim> claimed) {
        /** Nothing is stale. */
        public static final Marked NOTHING = new Marked(Set.of(), Map.of());
    }

    /**
     * Those leaf SKUs changed: every linked listing that sells one of them, alone or in a bundle, is stale when its quantity
     * is no longer what its channel was told. It goes to the queue of its channel, or to the caller when the channel is claimed.
     *
     * @param since when they changed
     * @param free whether a channel can be told at once; such a channel is claimed when it is stale and no other node has it
     * @param length how long such a claim lasts at the longest
     */
    public Marked mark(Collection<UUID> leaves, Instant since, Predicate<UUID> free, Duration length) {
        Map<UUID, Selling> selling = lockSelling(leaves);
        if (selling.isEmpty()) return Marked.NOTHING;
        // Claimed before the levels are read: a claim tells nothing older than itself.
        Supplier<Map<UUID, Leases.Lease>> asked = leases.takeInHand(
                selling.values().stream()
                        .map(Selling::channel)
                        .distinct()
                        .filter(free)
                        .toList(),
                length);
        Map<Availability.Question, Integer> ats = availability.ats(
                selling.values().stream().map(Selling::question).toList());
        Map<UUID, Leases.Lease> leased = asked.get();
        Set<UUID> queued = new TreeSet<>();
        Map<UUID, List<Offer>> inHand = new HashMap<>();
        for (Stale one : mark(selling, ats, leased.keySet(), since)) {
            Selling listing = selling.get(one.listing());
            if (one.inHand())
                inHand.computeIfAbsent(listing.channel(), id -> new ArrayList<>())
                        .add(listing.offer(one));
            else queued.add(listing.channel());
        }
        return new Marked(queued, claims(leased, inHand));
    }

    /** A channel with nothing new is let go, unless this node has other things of it in hand. */
    private Map<UUID, Claim> claims(Map<UUID, Leases.Lease> leased, Map<UUID, List<Offer>> inHand) {
        Map<UUID, Claim> claims = new HashMap<>();
        leased.forEach((channel, lease) -> {
            List<Offer> offers = inHand.getOrDefault(channel, List.of());
            if (offers.isEmpty() && !lease.continued()) leases.release(channel, lease.number());
            else claims.put(channel, new Claim(lease.number(), offers));
        });
        return claims;
    }

    /** A listing of a SKU. */
    private record Selling(UUID listing, UUID channel, UUID sku, String externalId, String code) {
        private static Selling of(Row row) throws SQLException {
            return new Selling(
                    row.id("id"), row.id("channel_id"), row.id("sku_id"), row.text("external_id"), row.text("code"));
        }

        private Availability.Question question() {
            return new Availability.Question(channel, sku);
        }

        private Offer offer(Stale stale) {
            return new Offer(
                    listing, externalId, code, stale.quantity(), stale.revision(), stale.since(), stale.attempts());
        }
    }

    /** A publication that has to be told. */
    private record Stale(UUID listing, int quantity, long revision, Instant since, int attempts, boolean inHand) {
        private static Stale of(Row row) throws SQLException {
            return new Stale(
                    row.id("listing_id"),
                    row.number("pending_quantity"),
                    row.big("revision"),
                    row.instant("stale_since"),
                    row.number("attempts"),
                    row.flag("in_hand"));
        }
    }

    /**
     * The listings that sell one of those leaves, in the order in which their publications are locked. From here on nobody else
     * marks them: what is read afterwards is at least as new as what others have marked them for. A listing without a
     * publication was linked a moment ago, which has a message of its own.
     */
    private Map<UUID, Selling> lockSelling(Collection<UUID> leaves) {
        Map<UUID, Selling> selling = new TreeMap<>();
        scope.sql()
                .list(
                        """
                        select l.id, l.channel_id, l.sku_id, l.external_id, s.code from sku_leaf f
                        join listing l on l.tenant_id = f.tenant_id and l.sku_id = f.sku_id
                          and l.channel_id = any(array(select c.id from channel c where c.tenant_id = ? and c.publishes))
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
                        where f.tenant_id = ? and f.leaf_id = any(?) order by p.listing_id for no key update of p""",
                        row -> selling.put(row.id("id"), Selling.of(row)),
                        scope.tenant(),
                        scope.tenant(),
                        leaves.toArray(UUID[]::new));
        return selling;
    }

    /** @param leased channels that are claimed: their listings go to the caller, but for those that have to wait */
    private List<Stale> mark(
            Map<UUID, Selling> selling, Map<Availability.Question, Integer> ats, Set<UUID> leased, Instant since) {
        Collection<Selling> listings = selling.values();
        return scope.sql()
                .list(
                        """
                        update publication p set pending_quantity = w.quantity, stale_since = coalesce(p.stale_since, ?), revision = %s,
                          queue_place = case when w.leased and p.next_attempt_at <= ? then null else least(p.queue_place, w.quantity) end
                        from unnest(?::uuid[], ?::int[], ?::boolean[]) as w(listing_id, quantity, leased)
                        where p.tenant_id = ? and p.listing_id = w.listing_id
                          and (p.stale_since is not null or p.told_quantity is distinct from w.quantity)
                        returning p.listing_id, p.pending_quantity, p.revision, p.stale_since, p.attempts, p.queue_place is null as in_hand""".formatted(StaleListings.NEXT_REVISION),
                        Stale::of,
                        since,
                        clock.instant(),
                        column(listings, Selling::listing, UUID[]::new),
                        column(listings, one -> ats.get(one.question()), Integer[]::new),
                        column(listings, one -> leased.contains(one.channel()), Boolean[]::new),
                        scope.tenant());
    }

    private static <V> V[] column(Collection<Selling> listings, Function<Selling, V> part, IntFunction<V[]> array) {
        return listings.stream().map(part).toArray(array);
    }
}
