package io.onhand.api.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a token once and remembers that for {@link #FRESH}, never past its expiry. Checking the signature costs more
 * than the rest of a small request, and partners send the same token many times.
 */
@Singleton
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class VerifiedTokens implements IdentityStoreHandler {
    /** After that long the signature is checked again, so that a withdrawn key ends soon. */
    static final Duration FRESH = Duration.ofSeconds(60);
    /** Most tokens that are remembered at once. */
    static final int MOST = 10_000;

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    private final Iterable<IdentityStore> stores;
    private final Supplier<String> authorization;
    private final Clock clock;

    @Inject
    VerifiedTokens(@Any Instance<IdentityStore> stores, HttpServletRequest request, Clock clock) {
        this(stores, () -> request.getHeader("Authorization"), clock);
    }

    /** @param authorization the header of the current request, or null */
    VerifiedTokens(Iterable<IdentityStore> stores, Supplier<String> authorization, Clock clock) {
        this.stores = stores;
        this.authorization = authorization;
        this.clock = clock;
    }

    private record Verified(CredentialValidationResult result, Instant until) {}

    @Override
    public CredentialValidationResult validate(Credential credential) {
        String token = authorization.get();
        Instant now = clock.instant();
        Verified known = token == null ? null : verified.get(token);
        if (known != null && now.isBefore(known.until)) {
            return known.result;
        }
        CredentialValidationResult result = verify(credential);
        if (token != null && result.getCallerPrincipal() instanceof JsonWebToken jwt) {
            remember(token, result, now, Instant.ofEpochSecond(jwt.getExpirationTime()));
        }
        return result;
    }

    private CredentialValidationResult verify(Credential credential) {
        CredentialValidationResult last = CredentialValidationResult.NOT_VALIDATED_RESULT;
        for (IdentityStore store : stores) {
            CredentialValidationResult result = store.validate(credential);
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                return result;
            }
            if (result.getStatus() == CredentialValidationResult.Status.INVALID) {
                last = result;
            }
        }
        return last;
    }

    private void remember(String token, CredentialValidationResult result, Instant now, Instant expires) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        Instant fresh = now.plus(FRESH);
        verified.put(token, new Verified(result, expires.isBefore(fresh) ? expires : fresh));
    }
}
