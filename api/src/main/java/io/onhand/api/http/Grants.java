package io.onhand.api.http;

import io.onhand.tenant.Tenants;
import io.onhand.tenant.Tenants.Grant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What merchants granted to a client, remembered for a few seconds: a withdrawn grant ends within {@link #FRESH}. */
@Singleton
public class Grants {
    /** How long an answer is believed. */
    static final Duration FRESH = Duration.ofSeconds(5);
    /** Most clients that are remembered at once. */
    static final int MOST = 10_000;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public Grants(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The client's grants, one for each tenant; asked for once, however many requests need them at the moment. */
    public List<Grant> of(String client) {
        Instant now = clock.instant();
        Known entry = known.get(client);
        if (isFresh(entry, now)) {
            return entry.grants;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.compute(client, (same, before) -> isFresh(before, now) ? before : ask(client, now)).grants;
    }

    private static boolean isFresh(Known entry, Instant now) {
        return entry != null && now.isBefore(entry.until);
    }

    private Known ask(String client, Instant now) {
        return new Known(tenants.grantsOf(client), now.plus(FRESH));
    }

    /** Forgets everything, so that a grant given in this process counts at once. */
    public void forget() {
        known.clear();
    }

    private record Known(List<Grant> grants, Instant until) {}
}
