package io.onhand.api.http;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The answers given under an Idempotency-Key. A key is written in the transaction of its effect, so that there is never
 * one without the other. A refused request has no effect and leaves no key: it may be corrected and sent again.
 */
@Singleton
class IdempotencyKeys {
    /** How long an answer is given again; {@link io.onhand.flow.Housekeeping} deletes it later. */
    static final Duration KEPT = Duration.ofHours(24);

    private final TenantScope scope;
    private final Clock clock;

    @Inject
    IdempotencyKeys(TenantScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /** An answer as it was given. */
    record Given(String fingerprint, int status, String location, byte[] body) {}

    /**
     * Takes the key for the current transaction and gives the answer of an earlier request under it.
     *
     * @throws HttpRefusal 409 while another request with the key runs; 422 when the key belongs to another request
     */
    Optional<Given> take(String client, String key, String fingerprint) {
        boolean mine = scope.sql()
                .first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as mine",
                        row -> row.flag("mine"),
                        scope.tenant() + "/" + client + "/" + key)
                .orElse(false);
        if (!mine) {
            throw HttpRefusal.of(409, "idempotency-key-in-use", "A request with this Idempotency-Key is still running")
                    .retryAfter(1);
        }
        Optional<Given> given = scope.sql()
                .first(
                        "select fingerprint, status, location, content_type, body from idempotency_key where tenant_id = ? and client_id = ? and key = ? and created_at > ?",
                        row -> new Given(
                                row.text("fingerprint"), row.number("status"), row.text("location"), row.bytes("body")),
                        scope.tenant(),
                        client,
                        key,
                        clock.instant().minus(KEPT));
        if (given.isPresent() && !given.get().fingerprint().equals(fingerprint)) {
            throw HttpRefusal.of(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key belongs to another request: its method, path or body differs");
        }
        return given;
    }

    /** Keeps the answer, in the current transaction. */
    void keep(String client, String key, Given given) {
        scope.sql()
                .update(
                        """
                        insert into idempotency_key (tenant_id, client_id, key, fingerprint, status, content_type, location, body, created_at)
                        values (?, ?, ?, ?, ?, 'application/json', ?, ?, ?)
                        on conflict (tenant_id, client_id, key) do update
                        set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location, body = excluded.body, created_at = excluded.created_at
                        """,
                        scope.tenant(),
                        client,
                        key,
                        given.fingerprint(),
                        given.status(),
                        given.location(),
                        given.body(),
                        clock.instant());
    }
}
