package io.onhand.channel;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
        mark("c.id", channel);
    }

    /** One listing, when it is linked. */
    public void markListing(UUID listing) {
        mark("l.id", listing);
    }

    private void mark(String column, UUID id) {
        Instant now = clock.instant();
        scope.sql().update("""
                        insert into publication as p (tenant_id, listing_id, channel_id, stale_since, next_attempt_at, queue_place, revision)
                        select l.tenant_id, l.id, l.channel_id, ?, ?, -1, %s from listing l
                        join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id
                        where l.tenant_id = ? and %s = ? and l.state = 'linked' and c.publishes order by l.id
                        on conflict (tenant_id, listing_id) do update set stale_since = coalesce(p.stale_since, excluded.stale_since),
                          revision = %s, next_attempt_at = excluded.next_attempt_at, attempts = 0, queue_place = -1""".formatted(FIRST_REVISION, column, NEXT_REVISION), now, now, scope.tenant(), id);
    }
}
