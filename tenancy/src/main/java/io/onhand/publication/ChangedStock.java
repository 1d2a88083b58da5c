package io.onhand.publication;

import static io.onhand.tenant.Columns.column;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.ChannelContact;
import io.onhand.channel.StaleListings;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import io.onhand.stock.Availability;
import io.onhand.stock.BundleLeaves;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds out what a change of stock means for channels. Channels that can be told at once are claimed together with the
 * marking, so that what was just worked out need not be looked up and worked out again. Use inside {@link TenantScope#call}.
 */
@Singleton
public class ChangedStock {
    /** From so many changes on it pays to find out first what goes to a queue, so as to write that once. */
    static final int MANY = 100;

    /** A publication {@code p} that is not stale, of a channel that was told what {@code s} sells now: judged when it is locked. */
    private static final String KNOWN = "p.stale_since is null and p.told_quantity = s.quantity";

    /** Listings {@code l} that sell one of some leaves, in the order in which publications are locked. Binds the leaves, the tenant, the leaves, the tenant. */
    private static final String SELLING = """
            from (%s) f
            join listing l on l.tenant_id = ? and l.sku_id = f.sku_id order by f.sku_id, l.id""".formatted(BundleLeaves.MADE_OF);

    /**
     * Marks the publications of the listings in {@code selling s(id, quantity)}; those with a quantity go to their queue, unless
     * it is known. Binds when they changed, the tenant, and the time. What was written comes back.
     */
    private static final String MARK = """
            update publication p set stale_since = case when %1$s then null else coalesce(p.stale_since, ?) end,
              stale_before = p.stale_since is not null, revision = %2$s,
              queue_place = case when s.quantity is null or %1$s then p.queue_place else least(p.queue_place, s.quantity, %3$d) end,
              pending_quantity = coalesce(s.quantity, p.pending_quantity)
            from selling s where p.tenant_id = ? and p.listing_id = s.id
            returning p.listing_id, p.channel_id, p.sku_id, p.external_id, p.code, p.told_quantity, p.revision, p.stale_since, p.attempts,
              p.stale_before, p.queue_place, p.next_attempt_at <= ? as due, s.quantity is not null as settled""".formatted(KNOWN, StaleListings.NEXT_REVISION, Publications.PLENTY);

    private final TenantScope scope;
    private final Availability availability;
    private final Leases leases;
    private final ChannelContact contact;
    private final Clock clock;

    @Inject
    public ChangedStock(
            TenantScope scope, Availability availability, Leases leases, ChannelContact contact, Clock clock) {
        this.scope = scope;
        this.availability = availability;
        this.leases = leases;
        this.contact = contact;
        this.clock = clock;
    }

    /** Which channels can be told at once. Asked within the transaction, and again when that has to be repeated. */
    @FunctionalInterface
    public interface Room {
        /** Whether the channel can be told at once; it is about to be claimed then. */
        boolean claims(UUID channel);

        /** The same of a channel that is not going to be claimed. */
        default boolean has(UUID channel) {
            return claims(channel);
        }
    }

    /**
     * What came of a change.
     *
     * @param queued channels whose queue has something
     * @param claimed channels that were claimed, with what they are to be told; nothing for one that this node told already and
     *     that has nothing new. Who asked for them has to release them
     */
    public record Marked(Set<UUID> queued, Map<UUID, Claim> claimed) {}

    /**
     * Those leaf SKUs changed: every linked listing that sells one of them, alone or in a bundle, is stale when its quantity
     * is no longer what its channel was told. It goes to the queue of its channel, or to the caller when the channel is claimed.
     *
     * @param since when they changed
     * @param room which channels can be told at once; such a channel is claimed when it is stale and no other node has it
     * @param length how long such a claim lasts at the longest
     */
    public Marked mark(Collection<UUID> leaves, Instant since, Room room, Duration length) {
        Set<UUID> full = leaves.size() < MANY ? Set.of() : withoutRoom(room);
        List<Stale> touched = full.isEmpty() ? mark(leaves, since) : mark(leaves, since, full);
        Set<UUID> queued = new TreeSet<>();
        List<Stale> open = new ArrayList<>();
        for (Stale stale : touched) {
            if (!stale.settled()) open.add(stale);
            else if (stale.since() != null) queued.add(stale.channel());
        }
        return open.isEmpty() ? new Marked(queued, Map.of()) : claim(open, queued, room, length);
    }

    /** Claims the channels that have room, before the levels are read: a claim tells nothing older than itself. */
    private Marked claim(List<Stale> touched, Set<UUID> queued, Room room, Duration length) {
        List<UUID> willing = touched.stream()
                .map(Stale::channel)
                .distinct()
                .filter(room::claims)
                .toList();
        Supplier<Map<UUID, Leases.Lease>> asked = leases.takeInHand(willing, length);
        Supplier<Map<UUID, ChannelAccess>> access = contact.access(willing);
        Map<Availability.Question, Integer> ats =
                availability.ats(touched.stream().map(Stale::question).toList());
        Map<UUID, Leases.Lease> leased = asked.get();
        List<Placed> placed = touched.stream()
                .map(stale -> Placed.of(stale, ats.get(stale.question()), leased.containsKey(stale.channel())))
                .toList();
        place(placed.stream().filter(Placed::hasToBeWritten).toList());
        Map<UUID, List<Offer>> inHand = new HashMap<>();
        for (Placed one : placed) {
            UUID channel = one.stale().channel();
            switch (one.where()) {
                case HAND ->
                    inHand.computeIfAbsent(channel, id -> new ArrayList<>()).add(one.offer());
                case QUEUE -> queued.add(channel);
                case NOWHERE -> {}
            }
        }
        return new Marked(queued, claims(leased, inHand, access.get()));
    }

    /** A channel with nothing new is let go, unless this node has other things of it in hand. */
    private Map<UUID, Claim> claims(
            Map<UUID, Leases.Lease> leased, Map<UUID, List<Offer>> inHand, Map<UUID, ChannelAccess> access) {
        Map<UUID, Claim> claims = new HashMap<>();
        leased.forEach((channel, lease) -> {
            List<Offer> offers = inHand.getOrDefault(channel, List.of());
            if (offers.isEmpty() && !lease.continued()) leases.release(channel, lease.number());
            else claims.put(channel, new Claim(lease.number(), offers, lease.rested(), access.get(channel)));
        });
        return claims;
    }

    /**
     * A publication that was marked.
     *
     * @param told what the channel was told last; null when it was not
     * @param since null when it is not stale, which only one that is settled can be
     * @param before whether it was stale already
     * @param place in the queue; null when it is not there
     * @param due whether it has no pause to wait for
     * @param settled whether it was marked with its quantity, and is where it has to be
     */
    private record Stale(
            UUID listing,
            UUID channel,
            UUID sku,
            String externalId,
            String code,
            Integer told,
            long revision,
            Instant since,
            int attempts,
            boolean before,
            Integer place,
            boolean due,
            boolean settled) {
        private static Stale of(Row row) throws SQLException {
            return new Stale(
                    row.id("listing_id"),
                    row.id("channel_id"),
                    row.id("sku_id"),
                    row.text("external_id"),
                    row.text("code"),
                    row.numberOrNull("told_quantity"),
                    row.big("revision"),
                    row.instant("stale_since"),
                    row.number("attempts"),
                    row.flag("stale_before"),
                    row.numberOrNull("queue_place"),
                    row.flag("due"),
                    row.flag("settled"));
        }

        private Availability.Question question() {
            return new Availability.Question(channel, sku);
        }
    }

    /** Where a marked publication goes. */
    private enum Where {
        HAND,
        QUEUE,
        /** The channel knows all. */
        NOWHERE
    }

    /** A marked publication and its place. */
    private record Placed(Stale stale, int quantity, Where where) {
        private static Placed of(Stale stale, int quantity, boolean leased) {
            boolean known = !stale.before() && stale.told() != null && stale.told() == quantity;
            return new Placed(
                    stale, quantity, known ? Where.NOWHERE : leased && stale.due() ? Where.HAND : Where.QUEUE);
        }

        /** What goes to a hand and is in no queue is as it has to be. */
        private boolean hasToBeWritten() {
            return where != Where.HAND || stale.place() != null;
        }

        private Offer offer() {
            return new Offer(
                    stale.listing(),
                    stale.sku(),
                    stale.externalId(),
                    stale.code(),
                    quantity,
                    stale.revision(),
                    stale.since(),
                    stale.attempts());
        }
    }

    /**
     * Marks the publications of the listings that sell one of those leaves, which locks them, in the order that {@link Offer}
     * tells. From here on nobody else marks them: what is read afterwards is at least as new as what others have marked them
     * for. A listing without a publication was linked a moment ago, which has a message of its own.
     */
    private List<Stale> mark(Collection<UUID> leaves, Instant since) {
        UUID[] ids = leaves.toArray(UUID[]::new);
        return scope.sql()
                .list(
                        "with selling as materialized (select l.id, null::int as quantity " + SELLING + ")\n" + MARK,
                        Stale::of,
                        ids,
                        scope.tenant(),
                        ids,
                        scope.tenant(),
                        since,
                        scope.tenant(),
                        clock.instant());
    }

    /** Channels whose queue takes whatever changes now. */
    private Set<UUID> withoutRoom(Room room) {
        return scope
                .sql()
                .list("select id from channel where tenant_id = ? and publishes", row -> row.id("id"), scope.tenant())
                .stream()
                .filter(channel -> !room.has(channel))
                .collect(Collectors.toSet());
    }

    /**
     * The same, where what sells on a channel without room goes to its queue with the same write. What it waits with is read
     * before it is locked, and may be old when it is written: it says whose turn it is and what is at risk, never what is told.
     */
    private List<Stale> mark(Collection<UUID> leaves, Instant since, Set<UUID> full) {
        List<Sold> sold = sold(leaves);
        Map<Availability.Question, Integer> waiting = availability.ats(sold.stream()
                .filter(one -> full.contains(one.channel()))
                .map(Sold::question)
                .toList());
        return scope.sql()
                .list(
                        "with selling as (select * from unnest(?::uuid[], ?::int[]) as w(id, quantity))\n" + MARK,
                        Stale::of,
                        column(sold, Sold::listing, UUID[]::new),
                        column(sold, one -> waiting.get(one.question()), Integer[]::new),
                        since,
                        scope.tenant(),
                        clock.instant());
    }

    /** A listing that sells one of the leaves. */
    private record Sold(UUID listing, UUID channel, UUID sku) {
        private Availability.Question question() {
            return new Availability.Question(channel, sku);
        }
    }

    private List<Sold> sold(Collection<UUID> leaves) {
        UUID[] ids = leaves.toArray(UUID[]::new);
        return scope.sql()
                .list(
                        "select l.id, l.channel_id, l.sku_id " + SELLING,
                        row -> new Sold(row.id("id"), row.id("channel_id"), row.id("sku_id")),
                        ids,
                        scope.tenant(),
                        ids,
                        scope.tenant());
    }

    /** Written with a later statement. */
    private void place(List<Placed> placed) {
        if (placed.isEmpty()) return;
        scope.sql()
                .later(
                        """
                        update publication p set pending_quantity = w.quantity, stale_since = case when w.stale then p.stale_since end,
                          queue_place = case when w.queued then least(p.queue_place, w.quantity, %d) end
                        from unnest(?::uuid[], ?::int[], ?::boolean[], ?::boolean[]) as w(listing_id, quantity, stale, queued)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""".formatted(Publications.PLENTY),
                        column(placed, one -> one.stale().listing(), UUID[]::new),
                        column(placed, Placed::quantity, Integer[]::new),
                        column(placed, one -> one.where() != Where.NOWHERE, Boolean[]::new),
                        column(placed, one -> one.where() == Where.QUEUE, Boolean[]::new),
                        scope.tenant());
    }
}
