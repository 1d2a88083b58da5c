package io.onhand.flow;

import io.onhand.order.WaitingOrders;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets what only served a while, and wakes what was forgotten by mistake. Opens its own scope. */
@Singleton
public class Housekeeping {
    /** How long an idempotency key is honoured. */
    public static final Duration IDEMPOTENCY_KEYS = Duration.ofDays(2);

    /** How long the lag of each minute is kept. */
    public static final Duration LAGS = Duration.ofDays(8);

    /** How long a file waits for somebody to say which column is what. */
    public static final Duration UNRECOGNISED_FILES = Duration.ofDays(14);

    /** Whatever is stale for so long and in no queue is hardly in anybody's hand. */
    public static final Duration LOST = Duration.ofMinutes(10);

    private final TenantScope scope;
    private final WaitingOrders waiting;
    private final Clock clock;

    @Inject
    public Housekeeping(TenantScope scope, WaitingOrders waiting, Clock clock) {
        this.scope = scope;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Sweeps one tenant: reads its publications once.
     *
     * @return listings that were stale and in no queue: a sign that something went wrong
     */
    public int sweep(TenantId tenant) {
        return scope.call(tenant, () -> {
            scope.sql()
                    .update(
                            "delete from idempotency_key where tenant_id = ? and created_at < ?",
                            tenant,
                            clock.instant().minus(IDEMPOTENCY_KEYS));
            scope.sql()
                    .update(
                            "delete from publication_lag where tenant_id = ? and minute < ?",
                            tenant,
                            clock.instant().minus(LAGS));
            scope.sql().update("""
                            update import_run set state = 'failed', content = null, password = null, finished_at = ?
                            where tenant_id = ? and created_at < ? and state = 'unrecognised'""", clock.instant(), tenant, clock.instant().minus(UNRECOGNISED_FILES));
            waiting.wakeForgotten();
            return putBackWhatWasLost(tenant);
        });
    }

    private int putBackWhatWasLost(TenantId tenant) {
        return scope.sql().update("""
                        with lost as (select listing_id from publication where tenant_id = ? and queue_place is null and stale_since < ?
                          order by sku_id, listing_id for no key update)
                        update publication p set queue_place = -1 from lost w where p.tenant_id = ? and p.listing_id = w.listing_id""", tenant, clock.instant().minus(LOST), tenant);
    }
}
