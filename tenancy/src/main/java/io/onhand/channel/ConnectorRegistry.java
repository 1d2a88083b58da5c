package io.onhand.channel;

import io.onhand.tenant.Database;
import io.onhand.tenant.Json;
import io.onhand.tenant.Relay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;

/** Where the connectors make themselves known, for the portal and the API to read. Works outside a scope. */
@Singleton
public class ConnectorRegistry {
    private final Database database;
    private final Clock clock;

    @Inject
    public ConnectorRegistry(@Relay Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes the descriptors of all connectors that run here; those of others stay. */
    public void write(Collection<ConnectorDescriptor> descriptors) {
        for (ConnectorDescriptor descriptor : descriptors)
            database.write("""
                    insert into connector (id, descriptor, written_at) values (?, ?::jsonb, ?)
                    on conflict (id) do update set descriptor = excluded.descriptor, written_at = excluded.written_at""", descriptor.id(), Json.write(descriptor), clock.instant());
    }
}
