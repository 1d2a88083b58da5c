package io.onhand.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.onhand.api.http.IdempotencyKeys.Given;
import io.onhand.tenant.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** The current request: who calls, and the tenant's transaction that its work runs in. */
@RequestScoped
public class PartnerCall {
    /** Tells that an answer was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

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
        String fingerprint = HexFormat.of().formatHex(digest.digest());
        return inTenant(() -> {
            Optional<Given> given = keys.take(caller.client(), key, fingerprint);
            if (given.isPresent()) {
                return replay(given.get());
            }
            Answer answer = work.get();
            byte[] body = bytes(answer.body());
            keys.keep(caller.client(), key, new Given(fingerprint, answer.status(), answer.location(), body));
            return answer.response(body);
        });
    }

    private static Response replay(Given given) {
        Response.ResponseBuilder response = Response.status(given.status()).header(REPLAYED, "true");
        if (given.body() != null) {
            response.entity(given.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (given.location() != null) {
            response.location(URI.create(given.location()));
        }
        return response.build();
    }

    private static byte[] bytes(Object body) {
        if (body == null) {
            return null;
        }
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + body.getClass(), e);
        }
    }
}
