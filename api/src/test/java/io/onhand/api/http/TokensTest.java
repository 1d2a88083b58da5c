package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.onhand.world.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String ISSUER = "https://id.example/realms/onhand";
    /** Where the clock begins. */
    private static final Instant START = Instant.parse("2026-08-03T00:00:00Z");

    private static RSAKey key;
    private static RSAKey foreign;

    private int asked;
    private KeySourceException outage;

    private final MovableClock clock = new MovableClock();

    private final JWKSource<SecurityContext> keys = (JWKSelector selector, SecurityContext context) -> {
        asked++;
        if (outage != null) {
            throw outage;
        }
        return selector.select(new JWKSet(key.toPublicJWK()));
    };

    private final Tokens tokens = new Tokens(ISSUER, keys, clock);

    @BeforeAll
    static void makeKeys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("account", Tokens.AUDIENCE))
                .claim("azp", "partner")
                .claim("groups", List.of("platform-operator"))
                .expirationTime(Date.from(START.plusSeconds(300)));
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(key, change.apply(good()).build());
    }

    private static String signed(RSAKey with, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        jwt.sign(new RSASSASigner(with));
        return jwt.serialize();
    }

    private String refused(String authorization) {
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> tokens.of(authorization));
        return refusal.status() + " " + refusal.code();
    }

    @Test
    void aGoodTokenTellsItsClientAndGroups() throws JOSEException {
        assertThat(tokens.of("Bearer " + token(good -> good)))
                .isEqualTo(new Token("partner", Set.of("platform-operator")));
        assertThat(tokens.of("bearer "
                        + token(good -> good.claim("azp", null)
                                .claim("client_id", "till")
                                .claim("groups", null))))
                .isEqualTo(new Token("till", Set.of()));
    }

    @Test
    void aTokenIsNeeded() {
        assertThat(refused(null)).isEqualTo("401 token-required");
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> tokens.of(null));
        assertThat(ProblemMapper.response(refusal.problem(), 0).getHeaderString("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"onhand\"");
        assertThat(refused("Basic cGFydG5lcjpzZWNyZXQ=")).isEqualTo("401 token-required");
    }

    @Test
    void whatIsNotQuiteRightIsRefused() throws JOSEException {
        assertThat(refused("Bearer ")).isEqualTo("401 token-invalid");
        assertThat(refused("Bearer nonsense")).isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.issuer(ISSUER + "2"))))
                .isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.audience("account")))).isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.expirationTime(null))))
                .isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.expirationTime(Date.from(START)))))
                .isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.notBeforeTime(Date.from(START.plusSeconds(9))))))
                .isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + token(good -> good.claim("azp", 7)))).isEqualTo("401 token-invalid");
    }

    @Test
    void onlyTheRealmsKeySigns() throws JOSEException {
        assertThat(refused("Bearer " + signed(foreign, good().build()))).isEqualTo("401 token-invalid");
        assertThat(refused("Bearer " + new PlainJWT(good().build()).serialize()))
                .isEqualTo("401 token-invalid");
        SignedJWT withPublicKeyAsSecret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), good().build());
        withPublicKeyAsSecret.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(refused("Bearer " + withPublicKeyAsSecret.serialize())).isEqualTo("401 token-invalid");
    }

    @Test
    void theSignatureIsCheckedOnceAMinuteAndNeverAfterItsExpiry() throws JOSEException {
        String token = "Bearer " + token(good -> good.expirationTime(Date.from(START.plusSeconds(90))));
        tokens.of(token);
        tokens.of(token);
        assertThat(asked).isEqualTo(1);
        clock.pass(Tokens.FRESH);
        tokens.of(token);
        assertThat(asked).isEqualTo(2);
        clock.pass(Duration.ofSeconds(30));
        assertThat(refused(token)).isEqualTo("401 token-invalid");
    }

    @Test
    void whileTheKeysCannotBeReadNobodyIsCalledForged() throws JOSEException {
        outage = new KeySourceException("Keycloak is down");
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> tokens.of("Bearer " + token(good -> good)));
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.code()).isEqualTo("identity-unavailable");
        assertThat(refusal.retryAfterSeconds()).isPositive();
    }

    @Test
    void aKeyThatTheRealmDoesNotKnowIsNotAskedForAgainAndAgain() throws JOSEException {
        tokens.of("Bearer " + token(good -> good));
        outage = new RateLimitReachedException();
        assertThat(refused("Bearer " + token(good -> good.claim("azp", "other"))))
                .isEqualTo("401 token-invalid");
    }

    @Test
    void whoComesBeforeTheKeysWereEverReadIsNeverCalledForged() throws JOSEException {
        outage = new RateLimitReachedException();
        assertThat(refused("Bearer " + token(good -> good))).isEqualTo("503 identity-unavailable");
    }
}
