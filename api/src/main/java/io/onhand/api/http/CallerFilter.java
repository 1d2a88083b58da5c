package io.onhand.api.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Lets a request of one operation through when its client may call it, and tells the rest of the request who calls. */
@Priority(Priorities.AUTHENTICATION)
final class CallerFilter implements ContainerRequestFilter {
    /** Names the tenant by alias, for clients that work for several. */
    static final String TENANT = "Onhand-Tenant";

    static final String KEY = "Idempotency-Key";

    private final String scope;
    private final Tokens tokens;
    private final Gate gate;
    private final RateLimit rateLimit;
    private final PartnerCall call;

    /** @param scope what a partner needs; null for an operation of the platform's operators */
    CallerFilter(String scope, Tokens tokens, Gate gate, RateLimit rateLimit, PartnerCall call) {
        this.scope = scope;
        this.tokens = tokens;
        this.gate = gate;
        this.rateLimit = rateLimit;
        this.call = call;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Token token = tokens.of(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Caller caller =
                scope == null ? gate.operator(token) : gate.partner(token, request.getHeaderString(TENANT), scope);
        request.setProperty(RateLimit.LEFT, rateLimit.take(caller.client()));
        call.begin(caller);
        String key = request.getHeaderString(KEY);
        if (key != null && request.getMethod().equals("POST")) {
            MessageDigest digest = sha256();
            digest.update(IdempotencyKey.route(request));
            request.setEntityStream(new DigestInputStream(request.getEntityStream(), digest));
            call.under(IdempotencyKey.parse(key), digest);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
