package io.onhand.relay;

import io.onhand.tenant.Database;
import io.onhand.tenant.Relay;
import io.onhand.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Which tenants and channels have due work. The only look across tenants: it learns ids, never content; the work itself is
 * claimed and done inside the tenant. Works outside a scope.
 */
@Singleton
public class DueWork {
    private final Database database;
    private final Clock clock;

    @Inject
    public DueWork(@Relay Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A channel with due work. */
    public record DueChannel(TenantId tenant, UUID channel, String connector) {}

    /** Tenants with outbox messages to deliver. */
    public List<TenantId> outboxes() {
        return tenants("outbox", "parked_at is null");
    }

    /** Tenants with inbox messages to process. */
    public List<TenantId> inboxes() {
        return tenants("inbox", "parked_at is null");
    }

    /** Tenants with imports to read, commit or undo. */
    public List<TenantId> imports() {
        return tenants("import_run", "next_attempt_at is not null");
    }

    /** Every tenant that ever connected a channel. */
    public List<TenantId> tenants() {
        return database.read("select distinct tenant_id from channel", row -> new TenantId(row.id("tenant_id")));
    }

    /**
     * Active channels with listings to tell, in the queue or lost from a hand, but for those that somebody tells just now, whose
     * queues are not looked at.
     */
    public List<DueChannel> publications() {
        return database.read(
                """
                with idle as materialized (select tenant_id, id, connector from channel c
                  where state = 'active' and publishes and not exists (
                    select from publication_lease x where x.tenant_id = c.tenant_id and x.channel_id = c.id and x.ends_at > now()))
                select tenant_id, id, connector from idle c where exists (
                  select from publication p where p.tenant_id = c.tenant_id and p.channel_id = c.id
                  and p.queue_place is not null and p.stale_since is not null and p.next_attempt_at <= ?) or exists (
                  select from publication p where p.tenant_id = c.tenant_id and p.channel_id = c.id and p.settles_at <= ?) or exists (
                  select from publication_lease x where x.tenant_id = c.tenant_id and x.channel_id = c.id and x.in_hand)""",
                row -> new DueChannel(new TenantId(row.id("tenant_id")), row.id("id"), row.text("connector")),
                clock.instant(),
                clock.instant());
    }

    /** Active channels whose orders are to be polled. */
    public List<DueChannel> polls() {
        return database.read(
                "select tenant_id, id, connector from channel where state = 'active' and next_poll_at <= ?",
                row -> new DueChannel(new TenantId(row.id("tenant_id")), row.id("id"), row.text("connector")),
                clock.instant());
    }

    /** Jumps from tenant to tenant through the index: as many steps as tenants, however many messages they have. */
    private List<TenantId> tenants(String table, String waits) {
        return database.read("""
                with recursive waiting as (
                  (select tenant_id, next_attempt_at from %1$s where %2$s order by tenant_id, next_attempt_at limit 1)
                  union all
                  select m.tenant_id, m.next_attempt_at from waiting w cross join lateral (
                    select tenant_id, next_attempt_at from %1$s m where %2$s and m.tenant_id > w.tenant_id
                    order by m.tenant_id, m.next_attempt_at limit 1) m)
                select tenant_id from waiting where next_attempt_at <= ?""".formatted(table, waits), row -> new TenantId(row.id("tenant_id")), clock.instant());
    }
}
