package io.onhand.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time by which all nodes decide what is due: the database's. Each transaction hears it with its first answer; until the
 * next the node's own clock goes on from there. Differences as small as an answer may be late are not looked at, so a node
 * whose clock is kept in step goes by its own.
 */
final class DatabaseClock extends Clock {
    /** An answer that took longer says too little about now. */
    private static final Duration QUICK = Duration.ofMillis(50);

    private static final Duration IN_STEP = Duration.ofMillis(100);

    private final Clock own;
    private volatile Duration ahead = Duration.ZERO;

    /** @param own the clock of this node */
    DatabaseClock(Clock own) {
        this.own = own;
    }

    /** The node's own time, for {@link #heard}. */
    Instant ownTime() {
        return own.instant();
    }

    /**
     * The database said what time it is.
     *
     * @param asked by the node's own clock
     */
    void heard(Instant database, Instant asked) {
        Instant now = own.instant();
        Duration took = Duration.between(asked, now);
        if (took.isNegative() || took.compareTo(QUICK) > 0) return;
        Duration measured = Duration.between(now, database);
        if (measured.minus(ahead).abs().compareTo(IN_STEP) > 0)
            ahead = measured.abs().compareTo(IN_STEP) > 0 ? measured : Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = () -> own.instant().plus(ahead);
        return source.withZone(zone);
    }
}
