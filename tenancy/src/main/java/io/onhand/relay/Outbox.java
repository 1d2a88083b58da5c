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
import java.util.Arrays;
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

    /** Most subjects of one message. */
    static final int MAX_SUBJECTS = 500;

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public Outbox(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** What a message is about. */
    public enum Kind {
        /** The free quantity of SKUs changed: listings that sell them may be stale. The subjects are leaf SKUs. */
        STOCK_CHANGED,
        /** Units of SKUs became free: orders that wait for them may be served. The subjects are leaf SKUs. */
        STOCK_RAISED,
        /** Listings were linked: their orders may flow, and their channels may be told. The subjects are listings. */
        LISTING_LINKED,
        /** Channels may be served from other places: their orders that wait may be served. The subjects are channels. */
        NETWORK_CHANGED;

        private String column() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Kind of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A message. */
    public record Message(UUID id, Kind kind, List<UUID> subjects, Instant occurredAt, int attempts) {}

    /** Appends a message about those subjects, written with a later statement; more than {@value #MAX_SUBJECTS} are several. */
    public void append(Kind kind, Collection<UUID> subjects) {
        UUID[] all = subjects.toArray(UUID[]::new);
        for (int from = 0; from < all.length; from += MAX_SUBJECTS)
            append(kind, Arrays.copyOfRange(all, from, Math.min(all.length, from + MAX_SUBJECTS)), clock.instant());
    }

    private void append(Kind kind, UUID[] subjects, Instant occurredAt) {
        scope.sql()
                .later(
                        "insert into outbox (tenant_id, id, kind, subjects, occurred_at, next_attempt_at) values (?, ?, ?, ?, ?, ?)",
                        scope.tenant(),
                        Ids.next(),
                        kind.column(),
                        subjects,
                        occurredAt,
                        clock.instant());
    }

    /** Makes a message of each subject out of one that has no effect as a whole, so that a bad one stops no other. */
    public void split(Message message) {
        take(message).forEach(taken -> taken.subjects()
                .forEach(subject -> append(taken.kind(), new UUID[] {subject}, taken.occurredAt())));
    }

    /**
     * The location serves from now on, or no longer: appends a change of every SKU that has a level there.
     *
     * @param serves whether its units can be had now
     */
    public void stockChangedAt(UUID location, boolean serves) {
        List<UUID> skus = scope.sql()
                .list(
                        "select sku_id from stock_level where tenant_id = ? and location_id = ?",
                        row -> row.id("sku_id"),
                        scope.tenant(),
                        location);
        append(Kind.STOCK_CHANGED, skus);
        if (serves) append(Kind.STOCK_RAISED, skus);
    }

    /**
     * Takes due messages, oldest first, and removes them: they come back when the transaction fails.
     *
     * @param limit most messages
     * @param subjects no message is taken once that many subjects are
     */
    public List<Message> take(int limit, int subjects) {
        return scope.sql().list("""
                        delete from outbox where tenant_id = ? and id in (
                          select id from (
                            select id, sum(cardinality(subjects)) over (order by next_attempt_at, id) - cardinality(subjects) as earlier from (
                              select id, subjects, next_attempt_at from outbox where tenant_id = ? and parked_at is null and next_attempt_at <= ?
                              order by next_attempt_at limit ? for update skip locked) as due) as counted
                          where earlier < ?)
                        returning *""", Outbox::message, scope.tenant(), scope.tenant(), clock.instant(), limit, subjects);
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
                row.ids("subjects"),
                row.instant("occurred_at"),
                row.number("attempts"));
    }

    /** Notes that a message could not be delivered: later again, or parked after {@value #MAX_ATTEMPTS} attempts. */
    public void failed(Message message, MessageError error) {
        Instant now = clock.instant();
        scope.sql()
                .update(
                        """
                        update outbox set attempts = attempts + 1, last_error = ?, last_error_code = ?, last_error_field = ?,
                          last_error_details = ?::jsonb, next_attempt_at = ?,
                          parked_at = case when attempts + 1 >= ? then ?::timestamptz end
                        where tenant_id = ? and id = ?""",
                        error.words(),
                        error.code(),
                        error.field(),
                        error.detailsAsJson(),
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
