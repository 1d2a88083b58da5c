package io.onhand.routes.engine;

import io.onhand.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps one tenant from taking all threads of a pool: so many pieces of its work have their turn at once. */
final class TenantTurns {
    private final int most;
    private final Map<TenantId, Integer> underWay = new ConcurrentHashMap<>();

    TenantTurns(int most) {
        this.most = most;
    }

    /** Does the work, or answers {@code later} when as much of the tenant's is under way as may be. */
    <T> T call(TenantId tenant, Supplier<T> work, T later) {
        try {
            return underWay.merge(tenant, 1, Integer::sum) > most ? later : work.get();
        } finally {
            underWay.computeIfPresent(tenant, (same, count) -> count == 1 ? null : count - 1);
        }
    }
}
