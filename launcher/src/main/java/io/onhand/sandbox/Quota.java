package io.onhand.sandbox;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** A token bucket: {@code burst} requests at once, refilled with {@code requestsPerSecond}. */
final class Quota {
    /**
     * How much a shop may ask.
     *
     * @param requestsPerSecond refill, above 0; 0 means no limit
     * @param burst size of the bucket in requests, 1 or more
     */
    record Terms(double requestsPerSecond, int burst) {
        static final Terms DEFAULT = new Terms(100, 200);
    }

    private final Clock clock;
    private final Terms terms;
    private double left;
    private long filledAtMillis;

    Quota(Clock clock, Terms terms) {
        this.clock = clock;
        this.terms = terms;
        this.left = terms.burst();
        this.filledAtMillis = clock.millis();
    }

    /**
     * Takes one request out of the bucket.
     *
     * @return the RateLimit headers for the answer
     * @throws ApiError 429 with Retry-After when the bucket is empty
     */
    Map<String, String> take() {
        if (terms.requestsPerSecond() == 0) {
            return Map.of();
        }
        double remaining = takeOne();
        if (remaining < 0) {
            double seconds = -remaining / terms.requestsPerSecond();
            String wait = Long.toString(Math.max(1, (long) Math.ceil(seconds)));
            throw new ApiError(
                    429,
                    "quota_exceeded",
                    null,
                    "More than " + terms.requestsPerSecond() + " requests a second; wait " + wait + " s",
                    Map.of("Retry-After", wait, "RateLimit-Policy", policy(), "RateLimit", "\"shop\";r=0;t=" + wait));
        }
        return Map.of("RateLimit-Policy", policy(), "RateLimit", "\"shop\";r=" + (long) remaining + ";t=1");
    }

    /** What is left after taking one; a negative number is what is missing. */
    private synchronized double takeOne() {
        long now = clock.millis();
        double refill = Math.max(0, now - filledAtMillis) / 1000.0 * terms.requestsPerSecond();
        left = Math.min(terms.burst(), left + refill);
        filledAtMillis = now;
        if (left < 1) {
            return left - 1;
        }
        left -= 1;
        return left;
    }

    private String policy() {
        long window = Math.max(1, (long) Math.ceil(terms.burst() / terms.requestsPerSecond()));
        return String.format(Locale.ROOT, "\"shop\";q=%d;w=%d", terms.burst(), window);
    }
}
