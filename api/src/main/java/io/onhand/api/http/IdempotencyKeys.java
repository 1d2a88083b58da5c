package io.onhand.api.http;

import static io.onhand.tenant.Columns.column;

import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

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

    /** A key of a client. */
    record ClientKey(String client, String key) {}

    /** A request under a key; two requests are the same when their fingerprints are. */
    record Use(ClientKey key, String fingerprint) {}

    /** An answer as it was given. */
    record Given(String fingerprint, int status, String location, byte[] body) {}

    /** An answer to be given again. */
    record Kept(ClientKey key, Given given) {}

    /**
     * What there is under a key.
     *
     * @param given the answer of an earlier request; null when there is none
     * @param refusal 409 while another request with the key runs, 422 when the key belongs to another request; else null
     */
    record Found(Given given, HttpRefusal refusal) {
        /** Whether the request may have its effect. */
        boolean isFree() {
            return given == null && refusal == null;
        }
    }

    /** Takes the keys for the current transaction and tells what is under them, in the same order. */
    List<Found> take(List<Use> uses) {
        List<ClientKey> keys = uses.stream().map(Use::key).toList();
        Supplier<Set<Integer>> mine = lock(keys);
        Map<ClientKey, Given> given = given(keys).get();
        Set<ClientKey> taken = new HashSet<>();
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            boolean free = taken.add(use.key()) && mine.get().contains(i);
            found.add(free ? found(use, given.get(use.key())) : new Found(null, inUse()));
        }
        return found;
    }

    private static Found found(Use use, Given given) {
        if (given != null && !given.fingerprint().equals(use.fingerprint())) {
            return new Found(
                    null,
                    HttpRefusal.of(
                            422,
                            "idempotency-key-reused",
                            "This Idempotency-Key belongs to another request: its method, path or body differs"));
        }
        return new Found(given, null);
    }

    private static HttpRefusal inUse() {
        return HttpRefusal.of(409, "idempotency-key-in-use", "A request with this Idempotency-Key is still running")
                .retryAfter(1);
    }

    /** The places of the keys that no other transaction has. */
    private Supplier<Set<Integer>> lock(List<ClientKey> keys) {
        return scope.sql()
                .ask(
                        new HashSet<>(),
                        (mine, row) -> {
                            if (row.flag("mine")) {
                                mine.add(row.number("place") - 1);
                            }
                        },
                        "select n.place, pg_try_advisory_xact_lock(hashtextextended(n.name, 0)) as mine from unnest(?::text[]) with ordinality as n(name, place)",
                        (Object) column(
                                keys, key -> scope.tenant() + "/" + key.client() + "/" + key.key(), String[]::new));
    }

    private Supplier<Map<ClientKey, Given>> given(List<ClientKey> keys) {
        return scope.sql()
                .ask(
                        new HashMap<>(),
                        (given, row) -> given.put(
                                new ClientKey(row.text("client_id"), row.text("key")),
                                new Given(
                                        row.text("fingerprint"),
                                        row.number("status"),
                                        row.text("location"),
                                        row.bytes("body"))),
                        """
                        select k.client_id, k.key, k.fingerprint, k.status, k.location, k.body
                        from unnest(?::text[], ?::text[]) as w(client_id, key)
                        join idempotency_key k on k.tenant_id = ? and k.client_id = w.client_id and k.key = w.key
                        where k.created_at > ?""",
                        column(keys, ClientKey::client, String[]::new),
                        column(keys, ClientKey::key, String[]::new),
                        scope.tenant(),
                        clock.instant().minus(KEPT));
    }

    /** Keeps answers, at the latest at the end of the current transaction. */
    void keep(List<Kept> answers) {
        if (answers.isEmpty()) {
            return;
        }
        scope.sql()
                .later(
                        """
                        insert into idempotency_key (tenant_id, client_id, key, fingerprint, status, content_type, location, body, created_at)
                        select ?, a.client_id, a.key, a.fingerprint, a.status, 'application/json', a.location, a.body, ?
                        from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::bytea[]) as a(client_id, key, fingerprint, status, location, body)
                        on conflict (tenant_id, client_id, key) do update
                        set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location, body = excluded.body, created_at = excluded.created_at
                        """,
                        scope.tenant(),
                        clock.instant(),
                        column(answers, kept -> kept.key().client(), String[]::new),
                        column(answers, kept -> kept.key().key(), String[]::new),
                        column(answers, kept -> kept.given().fingerprint(), String[]::new),
                        column(answers, kept -> kept.given().status(), Integer[]::new),
                        column(answers, kept -> kept.given().location(), String[]::new),
                        column(answers, kept -> kept.given().body(), byte[][]::new));
    }
}
