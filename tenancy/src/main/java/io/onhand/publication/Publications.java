package io.onhand.publication;

import static io.onhand.tenant.Columns.column;

import io.onhand.channel.ChannelAccess;
import io.onhand.channel.StaleListings;
import io.onhand.stock.Availability;
import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Claims and acknowledges publications. Use inside {@link TenantScope#call}: claim a channel in one transaction, tell it
 * outside of any, then {@link #acknowledge} or {@link #failed} and {@link #release} in another.
 */
@Singleton
public class Publications {
    /** After this a call that got no answer is not carried out any more. */
    public static final Duration LATEST_EFFECT = Duration.ofSeconds(60);

    /** With so many units or more, how many there are makes no difference to whose turn it is. */
    static final int PLENTY = 100;

    /** Characters of what a channel says that are kept. */
    private static final int MOST_WORDS = 500;

    private static final Duration MAX_BACKOFF = Duration.ofMinutes(5);

    /** In which rows are locked, by everybody: it is also that of the database. */
    private static final Comparator<Offer> LOCK_ORDER =
            Comparator.comparing(Offer::sku, Ids.ORDER).thenComparing(Offer::listing, Ids.ORDER);

    private final TenantScope scope;
    private final Availability availability;
    private final Leases leases;
    private final Clock clock;

    @Inject
    public Publications(TenantScope scope, Availability availability, Leases leases, Clock clock) {
        this.scope = scope;
        this.availability = availability;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * A claimed quantity. Publications are locked in the order of their SKUs, then of their listings.
     *
     * @param sku what the listing sells
     * @param quantity units that the channel may sell from now on
     * @param revision goes back with the acknowledgement
     * @param staleSince the oldest change that the channel does not know
     * @param attempts how often it was not taken
     */
    public record Offer(
            UUID listing,
            UUID sku,
            String externalId,
            String sellerCode,
            int quantity,
            long revision,
            Instant staleSince,
            int attempts) {}

    /**
     * A claimed channel, or one that was not claimed: without offers.
     *
     * @param lease goes back with the release
     * @param rested whether nobody told the channel for a second before it was claimed, so that what its queue had due was seen
     * @param access how the channel is talked to; null when it was not read
     */
    public record Claim(long lease, List<Offer> offers, boolean rested, ChannelAccess access) {
        /** A claim of a channel that somebody told a moment ago. */
        public Claim(long lease, List<Offer> offers) {
            this(lease, offers, false, null);
        }

        /** Somebody else has the channel, or nothing of it is stale. */
        static final Claim NOTHING = new Claim(0, List.of());
    }

    /**
     * Claims a channel and reads what is in its queue, those with the fewest units first (up to {@value #PLENTY}), and what may be sold of them now.
     * Nobody else claims the channel until it is {@link #release released}, for the length of the lease at most; who has it
     * may claim again.
     *
     * @param inDoubt whether listings may be in hand of which nobody knows; they go back to the queue, as when a lease ended
     */
    public Claim claim(UUID channel, int limit, Duration length, boolean inDoubt) {
        record Stale(
                UUID listing, String externalId, String code, UUID sku, long revision, Instant since, int attempts) {}
        putBackWhatWasLost(channel, inDoubt);
        settle(channel);
        Supplier<Map<UUID, Leases.Lease>> asked = leases.takeForQueue(channel, length);
        List<Stale> stale = scope.sql()
                .list(
                        """
                        select listing_id, external_id, code, sku_id, revision, stale_since, attempts from publication
                        where tenant_id = ? and channel_id = ? and queue_place is not null and stale_since is not null and next_attempt_at <= ?
                        order by queue_place limit ?""",
                        row -> new Stale(
                                row.id("listing_id"),
                                row.text("external_id"),
                                row.text("code"),
                                row.id("sku_id"),
                                row.big("revision"),
                                row.instant("stale_since"),
                                row.number("attempts")),
                        scope.tenant(),
                        channel,
                        clock.instant(),
                        limit);
        Leases.Lease lease = asked.get().get(channel);
        if (lease == null) return Claim.NOTHING;
        if (stale.isEmpty()) {
            if (!lease.continued()) release(channel, lease.number());
            return new Claim(lease.continued() ? lease.number() : 0, List.of());
        }
        Map<Availability.Question, Integer> ats = availability.ats(stale.stream()
                .map(one -> new Availability.Question(channel, one.sku()))
                .toList());
        return new Claim(
                lease.number(),
                stale.stream()
                        .map(one -> new Offer(
                                one.listing(),
                                one.sku(),
                                one.externalId(),
                                one.code(),
                                ats.get(new Availability.Question(channel, one.sku())),
                                one.revision(),
                                one.since(),
                                one.attempts()))
                        .toList());
    }

    /** Waits until claims of the channel that are being written just now are there, or will never be. */
    public void awaitClaims(UUID channel) {
        leases.await(channel);
    }

    /** Others may claim the channel, unless this node claimed it again after that lease. */
    public void release(UUID channel, long lease) {
        leases.release(channel, lease);
    }

    /** These offers will not be told by who had them in hand: they go to the queue of their channel. */
    public void putBack(Collection<Offer> offers) {
        List<Offer> inOrder = inLockOrder(offers);
        scope.sql()
                .update(
                        """
                        update publication p set queue_place = least(p.queue_place, w.quantity, %d), pending_quantity = w.quantity
                        from unnest(?::uuid[], ?::int[], ?::bigint[]) as w(listing_id, quantity, revision)
                        where p.tenant_id = ? and p.listing_id = w.listing_id and p.revision = w.revision and p.stale_since is not null""".formatted(PLENTY),
                        column(inOrder, Offer::listing, UUID[]::new),
                        column(inOrder, Offer::quantity, Integer[]::new),
                        column(inOrder, Offer::revision, Long[]::new),
                        scope.tenant());
    }

    /** Locks what the channel was asked to take, when that is to be noted in more than one way. */
    public void lock(Collection<Offer> offers) {
        List<Offer> inOrder = inLockOrder(offers);
        scope.sql()
                .list("""
                        select p.listing_id from unnest(?::uuid[]) as w(listing_id)
                        join publication p on p.tenant_id = ? and p.listing_id = w.listing_id for no key update of p""", row -> row.id("listing_id"), column(inOrder, Offer::listing, UUID[]::new), scope.tenant());
    }

    /**
     * The channel took these offers. What changed since they were claimed stays stale and is due at once. One that was
     * acknowledged already may have been told after something newer: it is told once more. Written with a later statement.
     */
    public void acknowledge(UUID channel, Collection<Offer> offers) {
        if (offers.isEmpty()) return;
        List<Offer> inOrder = inLockOrder(offers);
        Instant now = clock.instant();
        scope.sql()
                .later(
                        """
                        update publication p set told_quantity = w.quantity, told_at = ?, attempts = 0, last_error = null, next_attempt_at = ?,
                          stale_since = case when p.revision = w.revision and p.stale_since is not null then null else coalesce(p.stale_since, ?::timestamptz) end,
                          queue_place = case when p.stale_since is null then least(w.quantity, %d) when p.revision <> w.revision then p.queue_place end,
                          pending_quantity = case when p.revision <> w.revision then p.pending_quantity end
                        from unnest(?::uuid[], ?::int[], ?::bigint[]) as w(listing_id, quantity, revision)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""".formatted(PLENTY),
                        now,
                        now,
                        now,
                        column(inOrder, Offer::listing, UUID[]::new),
                        column(inOrder, Offer::quantity, Integer[]::new),
                        column(inOrder, Offer::revision, Long[]::new),
                        scope.tenant());
        Map<Integer, Integer> lags = new TreeMap<>();
        for (Offer offer : offers) lags.merge(Lag.bucket(Duration.between(offer.staleSince(), now)), 1, Integer::sum);
        scope.sql()
                .later(
                        """
                        insert into publication_lag as g (tenant_id, channel_id, minute, bucket, told)
                        select ?, ?, date_trunc('minute', ?::timestamptz), w.bucket, w.told from unnest(?::int[], ?::int[]) as w(bucket, told)
                        on conflict (tenant_id, channel_id, minute, bucket) do update set told = g.told + excluded.told""",
                        scope.tenant(),
                        channel,
                        now,
                        lags.keySet().toArray(Integer[]::new),
                        lags.values().toArray(Integer[]::new));
    }

    /**
     * The channel did not take these offers: they are told again after a growing pause, of 1 s to 5 min.
     *
     * @param words what the channel said of these listings; empty when it said nothing of them; null when the trouble is the
     *     channel's, not theirs
     * @param notBefore the earliest time that the channel named (Retry-After), or null
     */
    public void failed(Collection<Offer> offers, String words, Instant notBefore) {
        List<Offer> inOrder = inLockOrder(offers);
        Instant now = clock.instant();
        scope.sql()
                .update(
                        """
                        update publication p set last_error = ?, next_attempt_at = w.due, attempts = p.attempts + 1,
                          queue_place = case when p.revision = w.revision and p.stale_since is not null then least(p.queue_place, w.quantity, %d)
                            else p.queue_place end,
                          pending_quantity = case when p.revision = w.revision then w.quantity else p.pending_quantity end
                        from unnest(?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[]) as w(listing_id, quantity, revision, due)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""".formatted(PLENTY),
                        words == null ? null : words.substring(0, Math.min(words.length(), MOST_WORDS)),
                        column(inOrder, Offer::listing, UUID[]::new),
                        column(inOrder, Offer::quantity, Integer[]::new),
                        column(inOrder, Offer::revision, Long[]::new),
                        column(inOrder, offer -> due(offer, now, notBefore), Instant[]::new),
                        scope.tenant());
    }

    private static Instant due(Offer offer, Instant now, Instant notBefore) {
        Duration pause = Duration.ofSeconds(1L << Math.min(offer.attempts(), 9));
        Instant due = now.plus(pause.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : pause);
        return notBefore != null && notBefore.isAfter(due) ? notBefore : due;
    }

    /**
     * The channel gave no answer: it may carry out these offers yet, after newer ones, but no longer than to that moment.
     * Then they are told once more, whatever it took meanwhile.
     */
    public void unsettled(Collection<Offer> offers, Instant until) {
        if (offers.isEmpty()) return;
        List<Offer> inOrder = inLockOrder(offers);
        scope.sql().update("""
                        update publication p set settles_at = ? from unnest(?::uuid[]) as w(listing_id)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""", until, column(inOrder, Offer::listing, UUID[]::new), scope.tenant());
    }

    /** Marks stale what has settled; written with the next statement. */
    private void settle(UUID channel) {
        Instant now = clock.instant();
        scope.sql()
                .later("""
                        with settled as (select listing_id from publication where tenant_id = ? and channel_id = ? and settles_at <= ?
                          order by sku_id, listing_id for no key update)
                        update publication p set settles_at = null, stale_since = coalesce(p.stale_since, ?), queue_place = -1, revision = %s
                        from settled w where p.tenant_id = ? and p.listing_id = w.listing_id""".formatted(StaleListings.NEXT_REVISION), scope.tenant(), channel, now, now, scope.tenant());
    }

    /**
     * What a node had in hand when its lease ended goes back to the queue. The channel may have been told of it.
     * Written with the next statement.
     */
    private void putBackWhatWasLost(UUID channel, boolean inDoubt) {
        scope.sql()
                .later(
                        """
                        with lost as (select listing_id from publication where tenant_id = ? and channel_id = ? and stale_since is not null
                            and queue_place is null and exists (select from publication_lease x where x.tenant_id = ? and x.channel_id = ?
                              and (x.in_hand and x.ends_at <= now() or ? and x.holder = ?))
                          order by sku_id, listing_id for no key update)
                        update publication p set queue_place = -1, pending_quantity = null, settles_at = ?
                        from lost w where p.tenant_id = ? and p.listing_id = w.listing_id""",
                        scope.tenant(),
                        channel,
                        scope.tenant(),
                        channel,
                        inDoubt,
                        leases.me(),
                        clock.instant().plus(LATEST_EFFECT),
                        scope.tenant());
    }

    /** In the order in which rows are locked. */
    private static List<Offer> inLockOrder(Collection<Offer> offers) {
        return offers.stream().sorted(LOCK_ORDER).toList();
    }
}
