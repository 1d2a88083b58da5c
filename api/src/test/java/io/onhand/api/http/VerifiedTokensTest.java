package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final Credential CREDENTIAL = new Credential() {};

    private Instant now = START;
    private String header = "Bearer one";
    private CredentialValidationResult answer;
    private int checked;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final IdentityStore store = new IdentityStore() {
        @Override
        public CredentialValidationResult validate(Credential credential) {
            checked++;
            return answer;
        }
    };

    private final VerifiedTokens tokens = new VerifiedTokens(List.of(store), () -> header, clock);

    /** A caller whose token expires then. */
    private static final class Caller extends CallerPrincipal implements JsonWebToken {
        private final Instant expires;

        Caller(Instant expires) {
            super("partner");
            this.expires = expires;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("exp");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the standard declares it
        public <T> T getClaim(String name) {
            return (T) Long.valueOf(expires.getEpochSecond());
        }

        @Override
        public long getExpirationTime() {
            return expires.getEpochSecond();
        }
    }

    private static CredentialValidationResult valid(Duration life) {
        return new CredentialValidationResult(new Caller(START.plus(life)), Set.of());
    }

    private Status validate() {
        return tokens.validate(CREDENTIAL).getStatus();
    }

    @Test
    void tokenIsVerifiedOnceWhileItIsFresh() {
        answer = valid(Duration.ofHours(1));
        assertThat(validate()).isEqualTo(Status.VALID);
        now = START.plusSeconds(59);
        assertThat(validate()).isEqualTo(Status.VALID);
        assertThat(checked).isEqualTo(1);
    }

    @Test
    void signatureIsCheckedAgainAfterAMinute() {
        answer = valid(Duration.ofHours(1));
        validate();
        answer = CredentialValidationResult.INVALID_RESULT;
        now = START.plusSeconds(60);
        assertThat(validate()).isEqualTo(Status.INVALID);
    }

    @Test
    void tokenIsNeverRememberedPastItsExpiry() {
        answer = valid(Duration.ofSeconds(5));
        validate();
        answer = CredentialValidationResult.INVALID_RESULT;
        now = START.plusSeconds(5);
        assertThat(validate()).isEqualTo(Status.INVALID);
    }

    @Test
    void otherTokenIsVerifiedByItself() {
        answer = valid(Duration.ofHours(1));
        validate();
        answer = CredentialValidationResult.INVALID_RESULT;
        header = "Bearer two";
        assertThat(validate()).isEqualTo(Status.INVALID);
    }

    @Test
    void refusalIsNotRemembered() {
        answer = CredentialValidationResult.INVALID_RESULT;
        assertThat(validate()).isEqualTo(Status.INVALID);
        answer = valid(Duration.ofHours(1));
        assertThat(validate()).isEqualTo(Status.VALID);
    }
}
