package io.onhand.publication;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who tells a channel now. One node has it at a time, until it releases it or the lease ends; who has it may take it again.
 * Use inside {@link TenantScope#call}.
 */
@Singleton
public class Leases {
    private final TenantScope scope;

    /** Names this node among those that tell channels. */
    private final UUID me = UUID.randomUUID();

    @Inject
    public Leases(TenantScope scope) {
        this.scope = scope;
    }

    /** Takes those channels that nobody else has; the answer says which. */
    Supplier<Set<UUID>> take(Collection<UUID> channels, Duration length) {
        if (channels.isEmpty()) return Set::of;
        return scope.sql()
                .ask(
                        new TreeSet<UUID>(),
                        (taken, row) -> taken.add(row.id("channel_id")),
                        """
                        insert into publication_lease as x (tenant_id, channel_id, holder, ends_at)
                        select tenant_id, id, ?, now() + make_interval(secs => ?) from channel where tenant_id = ? and id = any(?) order by id
                        on conflict (tenant_id, channel_id) do update set holder = excluded.holder, ends_at = excluded.ends_at
                        where x.holder = excluded.holder or x.ends_at <= now()
                        returning channel_id""",
                        me,
                        length.toMillis() / 1000.0,
                        scope.tenant(),
                        array(channels))::get;
    }

    /** Others may take those channels, written with a later statement. */
    void release(Collection<UUID> channels) {
        if (channels.isEmpty()) return;
        scope.sql()
                .later(
                        "update publication_lease set ends_at = now() where tenant_id = ? and channel_id = any(?) and holder = ?",
                        scope.tenant(),
                        array(channels),
                        me);
    }

    /** In the order in which their rows are locked. */
    private static UUID[] array(Collection<UUID> channels) {
        return new TreeSet<>(channels).toArray(UUID[]::new);
    }
}
