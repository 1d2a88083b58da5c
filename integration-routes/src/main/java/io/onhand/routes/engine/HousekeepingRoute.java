package io.onhand.routes.engine;

import io.onhand.flow.Housekeeping;
import io.onhand.relay.DueWork;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets every tenant's old figures and keys be forgotten, and lost listings be told, when it starts and once an hour. */
@Singleton
class HousekeepingRoute extends Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(HousekeepingRoute.class);

    private final DueWork due;
    private final Housekeeping housekeeping;

    @Inject
    HousekeepingRoute(DueWork due, Housekeeping housekeeping) {
        super("housekeeping", Duration.ofHours(1));
        this.due = due;
        this.housekeeping = housekeeping;
    }

    @Override
    void tick() {
        due.tenants().forEach(this::sweep);
    }

    /** One tenant's trouble is none of the others'. */
    private void sweep(TenantId tenant) {
        try {
            int lost = housekeeping.sweep(tenant);
            if (lost > 0) {
                LOG.warn("{} stale listings of tenant {} were in no queue", lost, tenant);
            }
        } catch (RuntimeException e) {
            LOG.warn("Sweeping tenant {} failed", tenant, e);
        }
    }
}
