package io.onhand.api.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests one client may send to one server: {@code onhand.api.requests} in any {@code
 * onhand.api.window.seconds}. Told in the fields {@code RateLimit-Policy} and {@code RateLimit}.
 */
@Singleton
class RateLimit {
    /** Request property: the {@link Left} of the caller. */
    static final String LEFT = "onhand.rate-limit";

    private static final int MOST_CLIENTS = 10_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private final int requests;
    private final int windowSeconds;

    /** Both 1 or more. */
    @Inject
    RateLimit(
            @ConfigProperty(name = "onhand.api.requests", defaultValue = "50000") int requests,
            @ConfigProperty(name = "onhand.api.window.seconds", defaultValue = "10") int windowSeconds) {
        this.requests = requests;
        this.windowSeconds = windowSeconds;
    }

    /**
     * What is left after a request.
     *
     * @param quota requests in a window
     * @param windowSeconds length of the window
     * @param remaining requests that may follow at once
     */
    record Left(int quota, int windowSeconds, long remaining) {
        String policy() {
            return "\"requests\";q=" + quota + ";w=" + windowSeconds;
        }

        String state() {
            return "\"requests\";r=" + remaining + ";t=" + windowSeconds;
        }
    }

    /** Counts one request of the client. */
    Left take(String client) {
        if (buckets.size() >= MOST_CLIENTS) {
            buckets.clear();
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(client, any -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.max(1, (probe.getNanosToWaitForRefill() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
            throw HttpRefusal.of(
                            429,
                            "too-many-requests",
                            "Client " + client + " may send " + requests + " requests in " + windowSeconds + " s")
                    .retryAfter(seconds);
        }
        return new Left(requests, windowSeconds, probe.getRemainingTokens());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(requests)
                        .refillGreedy(requests, Duration.ofSeconds(windowSeconds))
                        .build())
                .build();
    }
}
