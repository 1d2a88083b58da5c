package io.onhand.routes.engine;

import io.onhand.tenant.Database;
import io.onhand.tenant.Relay;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose a channel is, by its id alone: what a webhook needs before its tenant is known. Channels never change hands, so
 * that what was found is kept.
 */
@Singleton
class ChannelDirectory {
    private static final int MOST_KEPT = 100_000;

    private final Database database;
    private final Map<UUID, Entry> known = new ConcurrentHashMap<>();

    @Inject
    ChannelDirectory(@Relay Database database) {
        this.database = database;
    }

    /** Whose a channel is, and which connector serves it. */
    record Entry(TenantId tenant, String connector) {}

    Optional<Entry> find(UUID channel) {
        Entry entry = known.get(channel);
        if (entry != null) {
            return Optional.of(entry);
        }
        Optional<Entry> found = database
                .read(
                        "select tenant_id, connector from channel where id = ?",
                        row -> new Entry(new TenantId(row.id("tenant_id")), row.text("connector")),
                        channel)
                .stream()
                .findFirst();
        if (known.size() < MOST_KEPT) {
            found.ifPresent(one -> known.put(channel, one));
        }
        return found;
    }
}
