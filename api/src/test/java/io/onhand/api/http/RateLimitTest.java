package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static RateLimit limit(int requests) {
        return new RateLimit(requests, 3600);
    }

    @Test
    void requestsBeyondTheQuotaAreToldWhenToComeBack() {
        RateLimit limit = limit(2);
        assertThat(limit.take("partner").remaining()).isEqualTo(1);
        assertThat(limit.take("partner").remaining()).isZero();
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> limit.take("partner"));
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.retryAfterSeconds()).isBetween(1L, 1800L);
    }

    @Test
    void oneClientsQuotaIsNotAnothers() {
        RateLimit limit = limit(1);
        limit.take("partner");
        assertThat(limit.take("other").remaining()).isZero();
    }

    @Test
    void quotaIsToldInTheDraftsFields() {
        RateLimit.Left left = limit(50).take("partner");
        assertThat(left.policy()).isEqualTo("\"requests\";q=50;w=3600");
        assertThat(left.state()).isEqualTo("\"requests\";r=49;t=3600");
    }
}
