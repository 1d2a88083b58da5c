package io.onhand.routes.engine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.onhand.channel.ConnectorDescriptor.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paces the requests to each channel a little below its limits: a bucket, and a rest when the channel asked for one. Each process paces for itself; where several do and the channel finds it too much, its rests slow them all.
 */
@Singleton
class Quotas {
    /** Part of the channel's rate that is used: clocks differ. */
    private static final double PART = 0.99;

    /**
     * The same where the channel takes one request at a time: requests do not travel equally long, so that those which leave
     * at its full rate would now and then arrive above it. A channel with a larger bucket has one request more in it than
     * ours, for the one that is under way; that a poll is under way too, right after a burst, is left to the channel to refuse.
     */
    private static final double PART_OF_ONE = 0.95;

    /** The bucket is made anew when the limits change. */
    private record Paced(double perSecond, int burst, Bucket bucket) {}

    private final Clock clock;
    private final Map<ChannelKey, Paced> buckets = new ConcurrentHashMap<>();
    private final Map<ChannelKey, Instant> rests = new ConcurrentHashMap<>();

    @Inject
    Quotas(Clock clock) {
        this.clock = clock;
    }

    /** Takes one request; false when it has to wait. */
    boolean take(ChannelKey channel, Limits limits) {
        return !rests(channel) && bucket(channel, limits).tryConsume(1);
    }

    /**
     * Takes one request that is made in any case; later ones wait for it.
     *
     * @return the moment from which on it is within the channel's limits
     */
    Instant takeAnyway(ChannelKey channel, Limits limits) {
        return clock.instant().plusNanos(bucket(channel, limits).consumeIgnoringRateLimits(1));
    }

    /** Gives back a request that was not made. */
    void giveBack(ChannelKey channel, Limits limits) {
        bucket(channel, limits).addTokens(1);
    }

    /** Leaves the channel alone for that long; a longer rest that it asked for before is kept. */
    void rest(ChannelKey channel, Duration rest) {
        rests.merge(channel, clock.instant().plus(rest), (before, until) -> before.isAfter(until) ? before : until);
    }

    boolean rests(ChannelKey channel) {
        Instant until = rests.get(channel);
        if (until == null) {
            return false;
        }
        if (clock.instant().isBefore(until)) {
            return true;
        }
        rests.remove(channel, until);
        return false;
    }

    private Bucket bucket(ChannelKey channel, Limits limits) {
        return buckets.compute(channel, (key, known) -> {
                    boolean same = known != null
                            && known.perSecond() == limits.requestsPerSecond()
                            && known.burst() == limits.burst();
                    return same ? known : paced(limits);
                })
                .bucket();
    }

    private Paced paced(Limits limits) {
        boolean one = limits.burst() <= 1;
        // A bucket refills by whole requests: so many in as many nanoseconds as make up the rate.
        long nanosPerRequest =
                Math.max(1, Math.round(1_000_000_000 / ((one ? PART_OF_ONE : PART) * limits.requestsPerSecond())));
        Bucket bucket = Bucket.builder()
                .withCustomTimePrecision(new ByClock())
                .addLimit(limit ->
                        limit.capacity(one ? 1 : limits.burst() - 1).refillGreedy(1, Duration.ofNanos(nanosPerRequest)))
                .build();
        return new Paced(limits.requestsPerSecond(), limits.burst(), bucket);
    }

    private final class ByClock implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
