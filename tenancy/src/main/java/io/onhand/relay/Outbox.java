package io.onhand.relay;

import io.onhand.tenant.Ids;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What has to happen after a commit. Appended in the transaction of the change, taken in the transaction of its effect.
 * Use inside {@link TenantScope#call}.
 */
@Singleton
public class Outbox {
    /** Deliveries that are tried before a message is parked. */
    public static final int MAX_ATTEMPTS = 8;

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public Outbox(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** What a message is about. */
    public enum Kind {
        /** The free quantity of a SKU changed: listings that sell it may be stale. The subject is a leaf SKU. */
        STOCK_CHANGED,
        /** Units of a SKU became free: orders that wait for it may be served. The subject is a leaf SKU. */
        STOCK_RAISED,
        /** A listing was linked: its orders may flow, and its channel may be told. The subject is a listing. */
        LISTING_LINKED;

        private String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Kind of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A message. */
    public record Message(UUID id, Kind kind, UUID subject, Instant occurredAt, int attempts) {}

    /** Appends one message for each subject. */
    public void append(Kind kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) return;
        Instant now = clock.instant();
        UUID[] ids = subjects.stream().map(subject -> Ids.next()).toArray(UUID[]::new);
        scope.sql().update("""
                        insert into outbox (tenant_id, id, kind, subject_id, occurred_at, next_attempt_at)
                        select ?, m.id, ?, m.subject, ?, ? from unnest(?::uuid[], ?::uuid[]) as m(id, subject)""", scope.tenant(), kind.column(), now, now, ids, subjects.toArray(UUID[]::new));
    }

    /** Appends a change of every SKU that has a level at the location. */
    public void stockChangedAt(UUID location) {
        append(
                Kind.STOCK_CHANGED,
                scope.sql()
                        .list(
                                "select sku_id from stock_level where tenant_id = ? and location_id = ?",
                                row -> row.id("sku_id"),
                                scope.tenant(),
                                location));
    }

    /** Takes due messages, oldest first, and removes them: they come back when the transaction fails. */
    public List<Message> take(int limit) {
        return scope.sql().list("""
                        delete from outbox where tenant_id = ? and id in (
                          select id from outbox where tenant_id = ? and parked_at is null and next_attempt_at <= ?
                          order by next_attempt_at limit ? for update skip locked)
                        returning *""", Outbox::message, scope.tenant(), scope.tenant(), clock.instant(), limit);
    }

    /** Takes one message, when it is still there. */
    public List<Message> take(Message message) {
        return scope.sql()
                .list(
                        "delete from outbox where tenant_id = ? and id = ? returning *",
                        Outbox::message,
                        scope.tenant(),
                        message.id());
    }

    /** Due messages, oldest first, left where they are. */
    public List<Message> due(int limit) {
        return scope.sql()
                .list(
                        "select * from outbox where tenant_id = ? and parked_at is null and next_attempt_at <= ? order by next_attempt_at limit ?",
                        Outbox::message,
                        scope.tenant(),
                        clock.instant(),
                        limit);
    }

    private static Message message(Row row) throws SQLException {
        return new Message(
                row.id("id"),
                Kind.of(row.text("kind")),
                row.id("subject_id"),
                row.instant("occurred_at"),
                row.number("attempts"));
    }

    /** Notes that a message could not be delivered: later again, or parked after {@value #MAX_ATTEMPTS} attempts. */
    public void failed(Message message, String error) {
        Instant now = clock.instant();
        scope.sql()
                .update(
                        """
                        update outbox set attempts = attempts + 1, last_error = ?, next_attempt_at = ?,
                          parked_at = case when attempts + 1 >= ? then ?::timestamptz end
                        where tenant_id = ? and id = ?""",
                        error,
                        now.plus(backoff(message.attempts())),
                        MAX_ATTEMPTS,
                        now,
                        scope.tenant(),
                        message.id());
    }

    /** 1 s, 2 s, 4 s … at most 5 minutes. */
    static Duration backoff(int attempts) {
        return Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts, 9)));
    }
}
