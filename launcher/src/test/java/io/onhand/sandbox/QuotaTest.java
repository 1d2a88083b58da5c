package io.onhand.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final MovedClock clock = new MovedClock();

    @Test
    void givesTheBurstThenRefusesAndRefillsWithTime() {
        Quota quota = new Quota(clock, new Quota.Terms(2, 3));
        assertThat(quota.take()).containsEntry("RateLimit", "\"shop\";r=2;t=1");
        quota.take();
        quota.take();

        Answer refused = catchThrowableOfType(ApiError.class, quota::take).toAnswer();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit-Policy", "\"shop\";q=3;w=2");

        clock.forward(Duration.ofMillis(500));
        assertThat(quota.take()).containsEntry("RateLimit", "\"shop\";r=0;t=1");
    }
}
