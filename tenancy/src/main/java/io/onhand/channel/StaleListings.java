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

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public StaleListings(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** Every linked listing of the channel. */
    public void markChannel(UUID channel) {
        Instant now = clock.instant();
        scope.sql().update("""
                        with its as (select p.listing_id from listing l join publication p on p.tenant_id = l.tenant_id and p.listing_id = l.id
                          where l.tenant_id = ? and l.channel_id = ? order by p.sku_id, p.listing_id for no key update of p)
                        update publication p set stale_since = coalesce(p.stale_since, ?), revision = %s, next_attempt_at = ?, attempts = 0, queue_place = -1
                        from its where p.tenant_id = ? and p.listing_id = its.listing_id""".formatted(NEXT_REVISION), scope.tenant(), channel, now, now, scope.tenant());
    }

    /** One listing, when it is linked: from then on it has its publication. It is locked, so that it stays linked meanwhile. */
    public void markListing(UUID listing) {
        Instant now = clock.instant();
        scope.sql().update("""
                        insert into publication as p (tenant_id, listing_id, channel_id, sku_id, external_id, code, stale_since, next_attempt_at,
                          queue_place, revision)
                        select l.tenant_id, l.id, l.channel_id, l.sku_id, l.external_id, s.code, ?, ?, -1, %s from listing l
                        join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id
                        join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        where l.tenant_id = ? and l.id = ? and c.publishes for share of l
                        on conflict (tenant_id, listing_id) do update set sku_id = excluded.sku_id, code = excluded.code,
                          stale_since = coalesce(p.stale_since, excluded.stale_since), revision = %s, next_attempt_at = excluded.next_attempt_at,
                          attempts = 0, queue_place = -1""".formatted(FIRST_REVISION, NEXT_REVISION), now, now, scope.tenant(), listing);
    }

    /** What these listings sell has changed: what is told from now on is of the new SKU. */
    void relink(Collection<UUID> listings) {
        if (listings.isEmpty()) return;
        scope.sql().update("""
                        update publication p set sku_id = l.sku_id, code = s.code
                        from listing l join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
                        where l.tenant_id = ? and l.id = any(?) and p.tenant_id = l.tenant_id and p.listing_id = l.id""", scope.tenant(), listings.toArray(UUID[]::new));
    }
}
