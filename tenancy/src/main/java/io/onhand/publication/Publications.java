package io.onhand.publication;

import io.onhand.channel.StaleListings;
import io.onhand.stock.Availability;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Claims and acknowledges publications. Use inside {@link TenantScope#call}: claim a channel in one transaction, tell it
 * outside of any, then {@link #acknowledge} or {@link #failed} and {@link #release} in another.
 */
@Singleton
public class Publications {
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(5);

    /** In which rows are locked, by everybody: it is also that of the database. */
    private static final Comparator<Offer> LOCK_ORDER = Comparator.comparing(Offer::listing);

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
     * A claimed quantity.
     *
     * @param quantity units that the channel may sell from now on
     * @param revision goes back with the acknowledgement
     * @param staleSince the oldest change that the channel does not know
     * @param attempts how often it was not taken
     */
    public record Offer(
            UUID listing,
            String externalId,
            String sellerCode,
            int quantity,
            long revision,
            Instant staleSince,
            int attempts) {}

    /**
     * Claims a channel and reads its stale listings, those with the fewest units first, and what may be sold of them now.
     * Nobody else claims the channel until it is {@link #release released}, for the length of the lease at most; who has it
     * may claim again.
     */
    public List<Offer> claim(UUID channel, int limit, Duration lease) {
        record Stale(
                UUID listing, String externalId, String code, UUID sku, long revision, Instant since, int attempts) {}
        Supplier<Set<UUID>> leased = leases.take(List.of(channel), lease);
        settle(channel);
        List<Stale> stale = scope.sql()
                .list(
                        """
                        select p.listing_id, l.external_id, s.code, l.sku_id, p.revision, p.stale_since, p.attempts
                        from (select * from publication where tenant_id = ? and channel_id = ? and stale_since is not null
                          and next_attempt_at <= ? order by pending_quantity nulls first limit ?) p
                        join listing l on l.tenant_id = p.tenant_id and l.id = p.listing_id
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id""",
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
        if (leased.get().isEmpty()) return List.of();
        if (stale.isEmpty()) release(channel);
        Map<Availability.Question, Integer> ats = availability.ats(stale.stream()
                .map(one -> new Availability.Question(channel, one.sku()))
                .toList());
        return stale.stream()
                .map(one -> new Offer(
                        one.listing(),
                        one.externalId(),
                        one.code(),
                        ats.get(new Availability.Question(channel, one.sku())),
                        one.revision(),
                        one.since(),
                        one.attempts()))
                .toList();
    }

    /** Others may claim the channel. */
    public void release(UUID channel) {
        leases.release(List.of(channel));
    }

    /** The channel took these offers. What changed since they were claimed stays stale and is due at once. */
    public void acknowledge(UUID channel, Collection<Offer> offers) {
        if (offers.isEmpty()) return;
        List<Offer> ordered = offers.stream().sorted(LOCK_ORDER).toList();
        Instant now = clock.instant();
        scope.sql()
                .update(
                        """
                        update publication p set told_quantity = w.quantity, told_at = ?, attempts = 0, last_error = null, next_attempt_at = ?,
                          stale_since = case when p.revision = w.revision then null else coalesce(p.stale_since, ?::timestamptz) end
                        from unnest(?::uuid[], ?::int[], ?::bigint[]) as w(listing_id, quantity, revision)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""",
                        now,
                        now,
                        now,
                        ordered.stream().map(Offer::listing).toArray(UUID[]::new),
                        ordered.stream().map(Offer::quantity).toArray(Integer[]::new),
                        ordered.stream().map(Offer::revision).toArray(Long[]::new),
                        scope.tenant());
        Map<Integer, Integer> lags = new TreeMap<>();
        for (Offer offer : offers) lags.merge(Lag.bucket(Duration.between(offer.staleSince(), now)), 1, Integer::sum);
        scope.sql()
                .update(
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
     * @param error the channel's words
     * @param notBefore the earliest time that the channel named (Retry-After), or null
     */
    public void failed(Collection<Offer> offers, String error, Instant notBefore) {
        Instant now = clock.instant();
        Map<UUID, Instant> next = new LinkedHashMap<>();
        for (Offer offer : offers.stream().sorted(LOCK_ORDER).toList()) {
            Duration pause = Duration.ofSeconds(1L << Math.min(offer.attempts(), 9));
            Instant due = now.plus(pause.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : pause);
            next.put(offer.listing(), notBefore != null && notBefore.isAfter(due) ? notBefore : due);
        }
        scope.sql()
                .update(
                        """
                        update publication p set last_error = ?, next_attempt_at = w.due, attempts = p.attempts + 1
                        from unnest(?::uuid[], ?::timestamptz[]) as w(listing_id, due) where p.tenant_id = ? and p.listing_id = w.listing_id""",
                        error.length() > 500 ? error.substring(0, 500) : error,
                        next.keySet().toArray(UUID[]::new),
                        next.values().toArray(Instant[]::new),
                        scope.tenant());
    }

    /**
     * The channel gave no answer: it may carry out these offers yet, after newer ones, but no longer than to that moment.
     * Then they are told once more, whatever it took meanwhile.
     */
    public void unsettled(Collection<Offer> offers, Instant until) {
        scope.sql()
                .update(
                        """
                        update publication p set settles_at = ? from unnest(?::uuid[]) as w(listing_id)
                        where p.tenant_id = ? and p.listing_id = w.listing_id""",
                        until,
                        offers.stream().sorted(LOCK_ORDER).map(Offer::listing).toArray(UUID[]::new),
                        scope.tenant());
    }

    /** Marks stale what has settled; written with the next statement. */
    private void settle(UUID channel) {
        Instant now = clock.instant();
        scope.sql()
                .later("""
                        with settled as (select listing_id from publication where tenant_id = ? and channel_id = ? and settles_at <= ?
                          order by listing_id for no key update)
                        update publication p set settles_at = null, stale_since = coalesce(p.stale_since, ?), revision = %s
                        from settled w where p.tenant_id = ? and p.listing_id = w.listing_id""".formatted(StaleListings.NEXT_REVISION), scope.tenant(), channel, now, now, scope.tenant());
    }
}
