package io.onhand.api.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies the bearer tokens of the realm: signature, issuer, audience, times. A token is verified once and that is remembered
 * for {@link #FRESH}, never past its expiry: checking a signature costs more than the rest of a small request, and partners
 * send the same token many times. The realm's keys are kept too, and go on being believed while the realm cannot be asked.
 */
@Singleton
class Tokens {
    /** Whom tokens must be made for. */
    static final String AUDIENCE = "onhand-api";
    /** After that long the signature is checked again, so that a withdrawn key ends soon. */
    static final Duration FRESH = Duration.ofSeconds(60);
    /** Most tokens that are remembered at once. */
    static final int MOST = 10_000;

    private static final String SCHEME = "Bearer ";
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int ASK_KEYS_MILLIS = 2_000;
    private static final int LONGEST_KEYS_BYTES = 100_000;
    private static final Duration KEYS_WITHOUT_REALM = Duration.ofHours(4);
    private static final long ASK_AGAIN_SECONDS = 5;

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Clock clock;
    private volatile boolean keysKnown;

    @Inject
    Tokens(
            @ConfigProperty(name = "onhand.keycloak.issuer") String issuer,
            @ConfigProperty(name = "onhand.keycloak.keys") String keys,
            Clock clock) {
        this(issuer, published(keys), clock);
    }

    Tokens(String issuer, JWKSource<SecurityContext> keys, Clock clock) {
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims(issuer, clock));
    }

    private static JWKSource<SecurityContext> published(String address) {
        try {
            URL url = URI.create(address).toURL();
            return JWKSourceBuilder.create(
                            url, new DefaultResourceRetriever(ASK_KEYS_MILLIS, ASK_KEYS_MILLIS, LONGEST_KEYS_BYTES))
                    .retrying(true)
                    .outageTolerant(KEYS_WITHOUT_REALM.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("onhand.keycloak.keys is no address: " + address, e);
        }
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(String issuer, Clock clock) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(
                        AUDIENCE, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(0);
        return verifier;
    }

    private record Verified(Token token, Instant until) {}

    /**
     * The token of a request.
     *
     * @param authorization the header {@code Authorization}, or null
     * @throws HttpRefusal {@code token-required}, {@code token-invalid}; {@code identity-unavailable} when the realm has never
     *     been reached
     */
    Token of(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw HttpRefusal.of(401, "token-required", "Send Authorization: Bearer with a token of the realm");
        }
        String text = authorization.substring(SCHEME.length()).strip();
        Instant now = clock.instant();
        Verified known = verified.get(text);
        if (known != null && now.isBefore(known.until)) {
            return known.token;
        }
        JWTClaimsSet claims = verify(text);
        Token token = token(claims);
        remember(text, token, now, claims.getExpirationTime().toInstant());
        return token;
    }

    private JWTClaimsSet verify(String text) {
        try {
            JWTClaimsSet claims = processor.process(text, null);
            keysKnown = true;
            return claims;
        } catch (ParseException | BadJOSEException e) {
            throw invalid();
        } catch (JOSEException e) {
            // Who names an unknown key makes the keys be read anew, but not again and again.
            if (keysKnown && e instanceof RateLimitReachedException) {
                throw invalid();
            }
            throw HttpRefusal.of(
                            503, "identity-unavailable", "The realm's keys cannot be read now; send the request again")
                    .retryAfter(ASK_AGAIN_SECONDS);
        }
    }

    private static Token token(JWTClaimsSet claims) {
        try {
            String client = claims.getStringClaim("azp");
            List<String> groups = claims.getStringListClaim("groups");
            return new Token(
                    client == null ? claims.getStringClaim("client_id") : client,
                    groups == null ? Set.of() : Set.copyOf(groups));
        } catch (ParseException e) {
            throw invalid();
        }
    }

    private static HttpRefusal invalid() {
        return HttpRefusal.of(
                401,
                "token-invalid",
                "The bearer token is malformed, expired, of another issuer or for another audience");
    }

    private void remember(String text, Token token, Instant now, Instant expires) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        Instant fresh = now.plus(FRESH);
        verified.put(text, new Verified(token, expires.isBefore(fresh) ? expires : fresh));
    }
}
