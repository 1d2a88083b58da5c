package io.onhand.routes.engine;

import io.onhand.channel.StaleListings;
import io.onhand.publication.Publications.Offer;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Listings whose last telling ended without an answer. The channel may carry it out yet, after a newer one: so they are
 * told once more when that cannot happen any longer.
 */
final class Unsettled {
    private static final Duration LATEST_EFFECT = Duration.ofSeconds(60);
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 200;

    private record Key(TenantId tenant, UUID listing) {}

    private final TenantScope scope;
    private final StaleListings stale;
    private final Clock clock;
    private final Map<Key, Instant> due = new LinkedHashMap<>();

    Unsettled(TenantScope scope, StaleListings stale, Clock clock) {
        this.scope = scope;
        this.stale = stale;
        this.clock = clock;
    }

    synchronized void add(TenantId tenant, List<Offer> offers) {
        Instant at = clock.instant().plus(LATEST_EFFECT);
        for (Offer offer : offers) {
            Key key = new Key(tenant, offer.listing());
            due.remove(key);
            if (due.size() < MOST) {
                due.put(key, at);
            }
        }
    }

    /** Marks those stale whose time has come. */
    void tellAgain() {
        for (Key key : takeDue()) {
            scope.run(key.tenant(), () -> stale.markListing(key.listing()));
        }
    }

    private synchronized List<Key> takeDue() {
        List<Key> now = new ArrayList<>();
        Instant time = clock.instant();
        for (Iterator<Map.Entry<Key, Instant>> oldest = due.entrySet().iterator();
                oldest.hasNext() && now.size() < AT_ONCE; ) {
            Map.Entry<Key, Instant> entry = oldest.next();
            if (entry.getValue().isAfter(time)) {
                break;
            }
            now.add(entry.getKey());
            oldest.remove();
        }
        return now;
    }
}
