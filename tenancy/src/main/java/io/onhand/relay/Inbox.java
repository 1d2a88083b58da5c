package io.onhand.relay;

import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Messages from channels, kept as they came until they have had their effect. Use inside {@link TenantScope#call}:
 * accept; claim; then effect and {@link #done} in one transaction, or {@link #failed}.
 */
@Singleton
public class Inbox {
    /** Most bytes of one message. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_ATTEMPTS = 8;

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public Inbox(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** How a message came; its {@code column} is also the source that its order names. */
    public enum Source {
        WEBHOOK("webhook"),
        POLL("poll");

        private final String column;

        Source(String column) {
            this.column = column;
        }

        private static Source of(String column) {
            return column.equals(WEBHOOK.column) ? WEBHOOK : POLL;
        }
    }

    /** A claimed message. */
    public record Message(
            UUID id,
            UUID channel,
            String connector,
            String eventId,
            Source source,
            byte[] payload,
            Instant receivedAt,
            int attempts) {}

    /**
     * Keeps a message.
     *
     * @param eventId the channel's id of the event, the same on each delivery, 1 to 200 characters
     * @param payload as it came, at most {@value #MAX_BYTES} bytes
     * @return false when the event waits here already
     */
    public boolean accept(UUID channel, String eventId, Source source, byte[] payload) {
        Instant now = clock.instant();
        return scope.sql().update("""
                                insert into inbox (tenant_id, id, channel_id, event_id, source, payload, received_at, next_attempt_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, channel_id, event_id) do nothing""", scope.tenant(), Ids.next(), channel, eventId, source.column, payload, now, now)
                == 1;
    }

    /** Claims due messages, oldest first; nobody else gets them for the length of the lease. */
    public List<Message> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return scope.sql()
                .list(
                        """
                        update inbox i set attempts = attempts + 1, next_attempt_at = ?
                        from channel c
                        where i.tenant_id = ? and c.tenant_id = i.tenant_id and c.id = i.channel_id and i.id in (
                          select id from inbox where tenant_id = ? and parked_at is null and next_attempt_at <= ?
                          order by next_attempt_at, id limit ? for update skip locked)
                        returning i.id, i.channel_id, c.connector, i.event_id, i.source, i.payload, i.received_at, i.attempts""",
                        row -> new Message(
                                row.id("id"),
                                row.id("channel_id"),
                                row.text("connector"),
                                row.text("event_id"),
                                Source.of(row.text("source")),
                                row.bytes("payload"),
                                row.instant("received_at"),
                                row.number("attempts")),
                        now.plus(lease),
                        scope.tenant(),
                        scope.tenant(),
                        now,
                        limit);
    }

    /** The messages had their effect, in this transaction. */
    public void done(Collection<UUID> messages) {
        scope.sql()
                .update(
                        "delete from inbox where tenant_id = ? and id = any(?)",
                        scope.tenant(),
                        messages.toArray(UUID[]::new));
    }

    /** A message had no effect: it is tried later, and parked after {@value #MAX_ATTEMPTS} attempts. */
    public void failed(Message message, MessageError error) {
        Instant now = clock.instant();
        boolean park = message.attempts() >= MAX_ATTEMPTS;
        note(message.id(), error, now.plus(Outbox.backoff(message.attempts())), park ? now : null);
    }

    /** A message can never have its effect as it is (it cannot be read): it is parked at once. */
    public void park(Message message, MessageError error) {
        note(message.id(), error, clock.instant(), clock.instant());
    }

    private void note(UUID id, MessageError error, Instant next, Instant parked) {
        scope.sql()
                .update(
                        """
                        update inbox set last_error = ?, last_error_code = ?, last_error_field = ?, last_error_details = ?::jsonb,
                          next_attempt_at = ?, parked_at = ? where tenant_id = ? and id = ?""",
                        error.words(),
                        error.code(),
                        error.field(),
                        error.detailsAsJson(),
                        next,
                        parked,
                        scope.tenant(),
                        id);
    }
}
