package io.onhand.channel;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Marks that a channel has to be told again, whatever it was told before. Use inside {@link TenantScope#call}. */
@Singleton
public class StaleListings {
    /** The revision of a new publication: later than that of one that was there before. */
    private static final String FIRST_REVISION = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    /**
     * The next revision of a publication {@code p} in SQL. It rises with the database's time too: a revision that a dying
     * database forgot is not given again, so that an acknowledgement which was under way meanwhile meets no later change.
     */
    public static final String NEXT_REVISION = "greatest(p.revision + 1, %s)".formatted(FIRST_REVISION);

    /** A publication {@code p} is due from the top of the queue; binds the time twice. */
    private static final String STALE =
            "stale_since = coalesce(p.stale_since, ?), revision = %s, next_attempt_at = ?, attempts = 0, queue_place = -1"
                    .formatted(NEXT_REVISION);

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public StaleListings(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** Every linked listing of the channel. Use after the change that they are to be told of, which locks the channel. */
    public void markChannel(UUID channel) {
        mark("l.channel_id = ?", channel);
    }

    /** Those of these listings that are linked. From then on they have their publications. */
    public void markListings(Collection<UUID> listings) {
        if (listings.isEmpty()) return;
        mark("l.id = any(?)", listings.toArray(UUID[]::new));
    }

    /**
     * The missing ones come first: who makes one at this moment is waited for. Its listing and its channel are locked, so that
     * the one stays linked, and the other's policy is known to whoever claims what is made here.
     */
    private void mark(String which, Object value) {
        Instant now = clock.instant();
        scope.sql().later("""
                        insert into publication as p (tenant_id, listing_id, channel_id, sku_id, external_id, code, stale_since, next_attempt_at,
                          queue_place, revision)
                        select l.tenant_id, l.id, l.channel_id, l.sku_id, l.external_id, s.code, ?, ?, -1, %s from listing l
                        join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        where l.tenant_id = ? and %s and c.publishes and not exists (
                          select from publication p where p.tenant_id = l.tenant_id and p.listing_id = l.id)
                        order by l.sku_id, l.id for share of l, c
                        on conflict (tenant_id, listing_id) do update set %s""".formatted(FIRST_REVISION, which, STALE), now, now, scope.tenant(), value, now, now);
        scope.sql().update("""
                        with its as (select p.listing_id from listing l join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
                          where l.tenant_id = ? and %s order by p.sku_id, p.listing_id for no key update of p)
                        update publication p set %s from its where p.tenant_id = ? and p.listing_id = its.listing_id""".formatted(which, STALE), scope.tenant(), value, now, now, scope.tenant());
    }

    /** These listings were linked, perhaps to another SKU than before: what is told from now on is of that one. */
    void relink(Collection<UUID> listings) {
        if (listings.isEmpty()) return;
        scope.sql().update("""
                        with its as (select p.listing_id, l.sku_id, s.code from listing l
                          join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                          join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
                          where l.tenant_id = ? and l.id = any(?) order by p.sku_id, p.listing_id for no key update of p)
                        update publication p set sku_id = its.sku_id, code = its.code from its
                        where p.tenant_id = ? and p.listing_id = its.listing_id""", scope.tenant(), listings.toArray(UUID[]::new), scope.tenant());
    }
}
