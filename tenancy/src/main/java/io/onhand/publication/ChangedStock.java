package io.onhand.publication;

import io.onhand.channel.StaleListings;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
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
     * @param stale channels that have something to be told
     * @param claimed those of them that were claimed, with what they are to be told, the fewest units first; who asked for
     *     them has to release them
     */
    public record Marked(Set<UUID> stale, Map<UUID, List<Offer>> claimed) {
        /** Nothing is stale. */
        public static final Marked NOTHING = new Marked(Set.of(), Map.of());
    }

    /**
     * Those leaf SKUs changed: every linked listing that sells one of them, alone or in a bundle, is stale when its quantity
     * is no longer what its channel was told.
     *
     * @param since when they changed
     * @param free whether a channel can be told at once; such a channel is claimed when it is stale and nobody else has it
     * @param lease how long such a claim lasts at the longest
     */
    public Marked mark(Collection<UUID> leaves, Instant since, Predicate<UUID> free, Duration lease) {
        Map<UUID, Selling> selling = selling(leaves);
        if (selling.isEmpty()) return Marked.NOTHING;
        List<UUID> asked = selling.values().stream()
                .map(Selling::channel)
                .distinct()
                .filter(free)
                .toList();
        // Claimed before the levels are read: a claim tells nothing older than itself.
        Supplier<Set<UUID>> askedLeases = leases.take(asked, lease);
        lock(selling.keySet());
        Map<Availability.Question, Integer> ats = availability.ats(
                selling.values().stream().map(Selling::question).toList());
        Set<UUID> leased = askedLeases.get();
        Set<UUID> stale = new TreeSet<>();
        Map<UUID, List<Offer>> claimed = new HashMap<>();
        Instant now = clock.instant();
        for (Stale one : mark(selling, ats, since, now)) {
            UUID channel = selling.get(one.listing()).channel();
            stale.add(channel);
            if (leased.contains(channel) && !one.due().isAfter(now))
                claimed.computeIfAbsent(channel, id -> new ArrayList<>())
                        .add(selling.get(one.listing()).offer(one));
        }
        claimed.values().forEach(offers -> offers.sort(Comparator.comparingInt(Offer::quantity)));
        leases.release(
                leased.stream().filter(channel -> !claimed.containsKey(channel)).toList());
        return new Marked(stale, claimed);
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
    private record Stale(UUID listing, int quantity, long revision, Instant since, int attempts, Instant due) {
        private static Stale of(Row row) throws SQLException {
            return new Stale(
                    row.id("listing_id"),
                    row.number("pending_quantity"),
                    row.big("revision"),
                    row.instant("stale_since"),
                    row.number("attempts"),
                    row.instant("next_attempt_at"));
        }
    }

    /** The listings that sell one of those leaves, in the order in which their publications are locked. */
    private Map<UUID, Selling> selling(Collection<UUID> leaves) {
        Map<UUID, Selling> selling = new TreeMap<>();
        scope.sql()
                .list(
                        """
                        select l.id, l.channel_id, l.sku_id, l.external_id, s.code from sku_leaf f
                        join listing l on l.tenant_id = f.tenant_id and l.sku_id = f.sku_id
                          and l.channel_id = any(array(select c.id from channel c where c.tenant_id = ? and c.publishes))
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        where f.tenant_id = ? and f.leaf_id = any(?)""",
                        row -> selling.put(row.id("id"), Selling.of(row)),
                        scope.tenant(),
                        scope.tenant(),
                        leaves.toArray(UUID[]::new));
        return selling;
    }

    /**
     * From here on nobody else marks those listings. What is read afterwards is then at least as new as what others have marked
     * them for; asked together with it.
     */
    private void lock(Collection<UUID> listings) {
        scope.sql()
                .later(
                        "select listing_id from publication where tenant_id = ? and listing_id = any(?) order by listing_id for no key update",
                        scope.tenant(),
                        listings.toArray(UUID[]::new));
    }

    /** Passes over listings that were linked to another SKU meanwhile: that has a message of its own. */
    private List<Stale> mark(
            Map<UUID, Selling> selling, Map<Availability.Question, Integer> ats, Instant since, Instant now) {
        return scope.sql()
                .list(
                        """
                        insert into publication as p (tenant_id, listing_id, channel_id, pending_quantity, stale_since, next_attempt_at)
                        select l.tenant_id, l.id, l.channel_id, w.quantity, ?, ? from unnest(?::uuid[], ?::uuid[], ?::int[]) as w(listing_id, sku_id, quantity)
                        join listing l on l.tenant_id = ? and l.id = w.listing_id and l.sku_id = w.sku_id
                        on conflict (tenant_id, listing_id) do update
                        set pending_quantity = excluded.pending_quantity, stale_since = coalesce(p.stale_since, excluded.stale_since), revision = %s
                        where p.stale_since is not null or p.told_quantity is distinct from excluded.pending_quantity
                        returning listing_id, pending_quantity, revision, stale_since, attempts, next_attempt_at""".formatted(StaleListings.NEXT_REVISION),
                        Stale::of,
                        since,
                        now,
                        selling.keySet().toArray(UUID[]::new),
                        selling.values().stream().map(Selling::sku).toArray(UUID[]::new),
                        selling.values().stream()
                                .map(one -> ats.get(one.question()))
                                .toArray(Integer[]::new),
                        scope.tenant());
    }
}
