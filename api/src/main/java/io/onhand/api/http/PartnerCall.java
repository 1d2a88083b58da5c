package io.onhand.api.http;

import io.onhand.api.http.IdempotencyKeys.ClientKey;
import io.onhand.api.http.IdempotencyKeys.Found;
import io.onhand.api.http.IdempotencyKeys.Given;
import io.onhand.api.http.IdempotencyKeys.Kept;
import io.onhand.api.http.IdempotencyKeys.Use;
import io.onhand.tenant.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** The current request: who calls, and the tenant's transaction that its work runs in. */
@RequestScoped
public class PartnerCall {
    private TenantScope scope;
    private IdempotencyKeys keys;
    private Caller caller;
    private String key;
    private MessageDigest digest;

    @Inject
    void use(TenantScope tenantScope, IdempotencyKeys idempotencyKeys) {
        scope = tenantScope;
        keys = idempotencyKeys;
    }

    void begin(Caller who) {
        caller = who;
    }

    void under(String idempotencyKey, MessageDigest payload) {
        key = idempotencyKey;
        digest = payload;
    }

    /** Who acts, for the history: {@code client:<id>}. */
    public String actor() {
        return "client:" + caller.client();
    }

    /** The client that calls. */
    public String client() {
        return caller.client();
    }

    /** The alias of the tenant that the request works on. */
    public String tenantAlias() {
        return caller.alias();
    }

    /** Runs the work in one transaction of the caller's tenant. */
    public <T> T inTenant(Supplier<T> work) {
        return scope.call(caller.tenant(), work);
    }

    /** Runs the work in one transaction of the caller's tenant and makes its answer the response. */
    public Response answer(Supplier<Answer> work) {
        Answer answer = inTenant(work);
        return answer.response(answer.body());
    }

    /**
     * The same, for work that must not be done twice: under an Idempotency-Key the answer is kept in the transaction of
     * the effect, and a repeat gets the kept answer.
     */
    public Response once(Supplier<Answer> work) {
        if (key == null) {
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
        return work.call(caller.tenant(), item, key == null ? null : use());
    }

    private Use use() {
        return new Use(new ClientKey(caller.client(), key), HexFormat.of().formatHex(digest.digest()));
    }
}
