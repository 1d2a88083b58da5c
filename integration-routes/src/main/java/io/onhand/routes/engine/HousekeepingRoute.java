package io.onhand.routes.engine;

import io.onhand.flow.Housekeeping;
import io.onhand.relay.DueWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets every tenant's old figures and keys be forgotten, once an hour. */
@Singleton
class HousekeepingRoute extends Ticks {
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
        due.tenants().forEach(housekeeping::sweep);
    }
}
