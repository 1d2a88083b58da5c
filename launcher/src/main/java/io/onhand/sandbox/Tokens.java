package io.onhand.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bearer tokens of one shop. Only the newest {@value #MOST} are known. */
final class Tokens {
    private static final int MOST = 1_000;
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> issuedAt = new LinkedHashMap<>();

    Tokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = "sbx_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issuedAt.put(token, clock.instant());
        if (issuedAt.size() > MOST) {
            issuedAt.remove(issuedAt.keySet().iterator().next());
        }
        return token;
    }

    boolean knows(String token) {
        return issued(token) != null;
    }

    /**
     * Checks a token of this shop.
     *
     * @throws ApiError 401 token_invalid or token_expired
     */
    void check(String token, Faults faults) {
        Instant issued = issued(token);
        if (issued == null) {
            throw ApiError.unauthorized("token_invalid", "This bearer token was not issued here for this shop");
        }
        if (!clock.instant().isBefore(issued.plus(lifetime(faults)))) {
            throw ApiError.unauthorized("token_expired", "The bearer token has expired; get a new one");
        }
    }

    static Duration lifetime(Faults faults) {
        return faults.tokenExpiresS() == null ? LIFETIME : Duration.ofSeconds(faults.tokenExpiresS());
    }

    private synchronized Instant issued(String token) {
        return issuedAt.get(token);
    }
}
