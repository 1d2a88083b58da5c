package io.onhand.api.http;

import io.onhand.api.http.IdempotencyKeys.ClientKey;
import io.onhand.api.http.IdempotencyKeys.Found;
import io.onhand.api.http.IdempotencyKeys.Given;
import io.onhand.api.http.IdempotencyKeys.Kept;
import io.onhand.api.http.IdempotencyKeys.Use;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The request of the current thread: who calls, and the tenant's transaction that its work runs in. Kept by thread, since
 * a bean for each request would take a twentieth of it to be made.
 */
@Singleton
public class PartnerCall {
    private final ThreadLocal<Current> current = new ThreadLocal<>();
    private TenantScope scope;
    private IdempotencyKeys keys;

    /** @param key what the client called this piece of work; null when it did not, like {@code digest}, that of its payload */
    private record Current(Caller caller, String key, MessageDigest digest) {}

    @Inject
    void use(TenantScope tenantScope, IdempotencyKeys idempotencyKeys) {
        scope = tenantScope;
        keys = idempotencyKeys;
    }

    void begin(Caller caller) {
        current.set(new Current(caller, null, null));
    }

    void under(String idempotencyKey, MessageDigest payload) {
        current.set(new Current(caller(), idempotencyKey, payload));
    }

    /** Whoever the thread serves next has to begin again. */
    void end() {
        current.remove();
    }

    private Current now() {
        Current now = current.get();
        if (now == null) {
            throw new IllegalStateException("Nobody calls");
        }
        return now;
    }

    private Caller caller() {
        return now().caller();
    }

    /** Who acts, for the history: {@code client:<id>}. */
    public String actor() {
        return "client:" + caller().client();
    }

    /** The client that calls. */
    public String client() {
        return caller().client();
    }

    /** The alias of the tenant that the request works on. */
    public String tenantAlias() {
        return caller().alias();
    }

    /** Runs the work in one transaction of the caller's tenant. */
    public <T> T inTenant(Supplier<T> work) {
        return scope.call(caller().tenant(), work);
    }

    /** Runs the work in one transaction of the caller's tenant and makes its answer the response. */
    public Response answer(Supplier<Answer> work) {
        return response(inTenant(work));
    }

    /** The same, for work that only reads. */
    public Response look(Supplier<Answer> work) {
        return response(scope.look(caller().tenant(), work));
    }

    private static Response response(Answer answer) {
        return answer.response(answer.body());
    }

    /**
     * The same, for work that must not be done twice: under an Idempotency-Key the answer is kept in the transaction of
     * the effect, and a repeat gets the kept answer.
     */
    public Response once(Supplier<Answer> work) {
        if (now().key() == null) {
            return answer(work);
        }
        Use use = use();
        return inTenant(() -> {
            Found found = keys.take(List.of(use)).get(0);
            if (found.refusal() != null) {
                throw found.refusal();
            }
            if (found.given() != null) {
                return Replay.of(found.given());
            }
            Answer answer = work.get();
            byte[] body = Json.bytes(answer.body());
            keys.keep(List.of(
                    new Kept(use.key(), new Given(use.fingerprint(), answer.status(), answer.location(), body))));
            return answer.response(body);
        });
    }

    /** The same, for work that shares its transaction with other requests of the tenant that come at the same moment. */
    public <T> Response together(Together<T> work, T item) {
        return work.call(caller().tenant(), item, now().key() == null ? null : use());
    }

    private Use use() {
        return new Use(
                new ClientKey(caller().client(), now().key()),
                HexFormat.of().formatHex(now().digest().digest()));
    }
}
