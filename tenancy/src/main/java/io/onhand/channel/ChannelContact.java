package io.onhand.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.tenant.Json;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What whoever talks to a channel needs to know and leaves behind: how it is talked to, when its orders are polled, and how
 * that went. Use inside {@link TenantScope#call}.
 */
@Singleton
public class ChannelContact {
    private static final String ACCESS =
            "id, connector, state, settings::text as settings, secrets, poll_cursor, created_at";

    private final TenantScope scope;
    private final ChannelSecrets secrets;
    private final Clock clock;

    @Inject
    ChannelContact(TenantScope scope, ChannelSecrets secrets, Clock clock) {
        this.scope = scope;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What the channel's connector needs to talk to it; empty when there is no such channel. */
    public Optional<ChannelAccess> access(UUID id) {
        return scope.sql()
                .first(
                        "select " + ACCESS + " from channel where tenant_id = ? and id = ?",
                        this::access,
                        scope.tenant(),
                        id);
    }

    /** The same of several channels, asked with the next statement that needs an answer. */
    public Supplier<Map<UUID, ChannelAccess>> access(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map::of;
        return scope.sql()
                .ask(
                        new HashMap<UUID, ChannelAccess>(),
                        (found, row) -> found.put(row.id("id"), access(row)),
                        "select " + ACCESS + " from channel where tenant_id = ? and id = any(?)",
                        scope.tenant(),
                        ids.toArray(UUID[]::new));
    }

    /**
     * Takes the next poll of a channel: what is needed for it, for exactly one caller; empty for all others. The one after it is
     * due whether this one comes to an end or not: in half the time in which polls have found nothing, within what the channel's
     * connector says.
     */
    public Optional<ChannelAccess> takePoll(UUID id) {
        Instant now = clock.instant();
        return scope.sql().first("""
                        update channel set next_poll_at = ?::timestamptz
                          + least(make_interval(secs => coalesce(quiet_poll_seconds, poll_seconds)), greatest(make_interval(secs => poll_seconds), (? - polled_new_at) / 2))
                        where tenant_id = ? and id = ? and state = 'active' and next_poll_at <= ?
                        returning %s""".formatted(ACCESS), this::access, now, now, scope.tenant(), id, now);
    }

    /**
     * Notes where a poll stands, so that the next one goes on from there.
     *
     * @param found whether there was something new: then the next one is due soon, though not while this one is under way
     */
    public void polled(UUID id, String cursor, boolean found) {
        Instant now = clock.instant();
        scope.sql().update("""
                        update channel set poll_cursor = ?, polled_new_at = case when ? then ? else polled_new_at end,
                          next_poll_at = case when ? then ?::timestamptz + make_interval(secs => poll_seconds) else next_poll_at end
                        where tenant_id = ? and id = ?""", cursor, found, now, found, now, scope.tenant(), id);
    }

    private ChannelAccess access(Row row) throws SQLException {
        Map<String, String> all =
                new HashMap<>(Json.read(row.text("settings"), new TypeReference<Map<String, String>>() {}));
        all.putAll(secrets.decrypt(row.bytes("secrets")));
        return new ChannelAccess(
                row.id("id"),
                row.text("connector"),
                row.text("state").equals("active"),
                Map.copyOf(all),
                row.text("poll_cursor"),
                row.instant("created_at"));
    }

    /** The channel answered as it should. */
    public void succeeded(UUID id) {
        scope.sql()
                .update(
                        "update channel set failures = 0, circuit_open_until = null, last_success_at = ? where tenant_id = ? and id = ?",
                        clock.instant(),
                        scope.tenant(),
                        id);
    }

    /**
     * The channel failed.
     *
     * @param openUntil until when to leave it alone, or null to go on
     */
    public void failed(UUID id, ChannelError.Kind kind, String words, Instant openUntil) {
        scope.sql()
                .update(
                        "update channel set failures = failures + 1, circuit_open_until = ?, last_error_kind = ?, last_error = ?, last_error_at = ? where tenant_id = ? and id = ?",
                        openUntil,
                        kind.code(),
                        words.length() > ChannelError.MOST_WORDS ? words.substring(0, ChannelError.MOST_WORDS) : words,
                        clock.instant(),
                        scope.tenant(),
                        id);
    }
}
