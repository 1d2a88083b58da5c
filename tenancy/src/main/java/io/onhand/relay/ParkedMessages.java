package io.onhand.relay;

import io.onhand.refusal.Refusal;
import io.onhand.tenant.Cursor;
import io.onhand.tenant.Page;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages that could not be delivered and wait for a person. Use inside {@link TenantScope#call}. */
@Singleton
public class ParkedMessages {
    private static final int SHOWN_CHARACTERS = 20_000;

    /** In UTF-8. */
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    public ParkedMessages(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * A parked message.
     *
     * @param direction {@code in} or {@code out}
     * @param about the channel's event id, or the kind of the outgoing message
     * @param error why the last attempt failed, or null
     * @param payload the beginning of what came in; null for an outgoing message
     */
    public record Parked(
            UUID id,
            String direction,
            UUID channel,
            String channelName,
            String about,
            Instant receivedAt,
            Instant parkedAt,
            int attempts,
            MessageError error,
            String payload) {}

    /** How many there are. */
    public int count() {
        return scope.sql()
                .first("""
                        select (select count(*) from inbox where tenant_id = ? and parked_at is not null)
                             + (select count(*) from outbox where tenant_id = ? and parked_at is not null) as parked""", row -> row.number("parked"), scope.tenant(), scope.tenant())
                .orElse(0);
    }

    /** Newest first; {@code limit} 1 to {@value Page#MAX}. */
    public Page<Parked> list(String cursor, int limit) {
        Cursor start = Cursor.parse(cursor);
        List<Parked> found = scope.sql()
                .list(
                        """
                        select * from (
                          select i.id, 'in' as direction, i.channel_id, c.name as channel_name, i.event_id as about, i.received_at,
                                 i.parked_at, i.attempts, i.last_error, i.last_error_code, i.last_error_field, i.last_error_details, substring(i.payload for ?) as payload
                          from inbox i join channel c on c.tenant_id = i.tenant_id and c.id = i.channel_id
                          where i.tenant_id = ? and i.parked_at is not null
                          union all
                          select o.id, 'out', null, null, o.kind, o.occurred_at, o.parked_at, o.attempts,
                                 o.last_error, o.last_error_code, o.last_error_field, o.last_error_details, null
                          from outbox o where o.tenant_id = ? and o.parked_at is not null) as parked
                        where (parked_at, id) < (?, ?) order by parked_at desc, id desc limit ?""",
                        row -> {
                            byte[] payload = row.bytes("payload");
                            String text = payload == null ? null : new String(payload, StandardCharsets.UTF_8);
                            return new Parked(
                                    row.id("id"),
                                    row.text("direction"),
                                    row.id("channel_id"),
                                    row.text("channel_name"),
                                    row.text("about"),
                                    row.instant("received_at"),
                                    row.instant("parked_at"),
                                    row.number("attempts"),
                                    MessageError.of(row),
                                    text == null || text.length() <= SHOWN_CHARACTERS
                                            ? text
                                            : text.substring(0, SHOWN_CHARACTERS));
                        },
                        SHOWN_CHARACTERS * MOST_BYTES_OF_A_CHARACTER,
                        scope.tenant(),
                        scope.tenant(),
                        start.at(),
                        start.id(),
                        limit + 1);
        return Page.of(found, limit, parked -> new Cursor(parked.parkedAt(), parked.id()).text());
    }

    /** Tries a message again, from its first attempt. */
    public void replay(UUID id) {
        int met = change("set parked_at = null, attempts = 0, next_attempt_at = ?", id, clock.instant());
        if (met == 0) throw Refusal.notFound("parked-message", id);
    }

    /** Gives a message up for good. */
    public void drop(UUID id) {
        int met = scope.sql()
                        .update(
                                "delete from inbox where tenant_id = ? and id = ? and parked_at is not null",
                                scope.tenant(),
                                id)
                + scope.sql()
                        .update(
                                "delete from outbox where tenant_id = ? and id = ? and parked_at is not null",
                                scope.tenant(),
                                id);
        if (met == 0) throw Refusal.notFound("parked-message", id);
    }

    private int change(String set, UUID id, Instant now) {
        String where = " where tenant_id = ? and id = ? and parked_at is not null";
        return scope.sql().update("update inbox " + set + where, now, scope.tenant(), id)
                + scope.sql().update("update outbox " + set + where, now, scope.tenant(), id);
    }
}
