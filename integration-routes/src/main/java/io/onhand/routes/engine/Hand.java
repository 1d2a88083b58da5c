package io.onhand.routes.engine;

import io.onhand.channel.ChannelAccess;
import io.onhand.publication.Publications.Claim;
import io.onhand.publication.Publications.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * What this node has claimed of one channel and not told yet. What changes meanwhile is added, and replaces what is older. A
 * channel that cannot be told fast enough is told from its queue in the database instead, where any number of changes of a
 * listing are one. Thread-safe.
 */
final class Hand {
    /** A claim older than this is not told any more: somebody else may have the channel soon. */
    static final Duration TELL_WITHIN = Duration.ofSeconds(5);

    /** With something older than this in hand the channel is too slow. */
    private static final Duration BEHIND = Duration.ofSeconds(1);

    /** How often the queue is looked through while the channel is told, however much is handed over. */
    private static final Duration LOOK_THROUGH_EVERY = Duration.ofSeconds(1);

    /** How long it is good what was read of how the channel is talked to. */
    private static final Duration ACCESS_IS_GOOD_FOR = Duration.ofSeconds(1);

    private static final int MOST = 5_000;

    private record Held(Offer offer, Instant since) {}

    /**
     * An offer that will not be told from here, and has to go to the queue.
     *
     * @param mayHaveBeenTold whether the channel may have heard it all the same
     */
    record Left(Offer offer, boolean mayHaveBeenTold) {}

    /** By listing, the oldest first. */
    private final Map<UUID, Held> held = new LinkedHashMap<>();

    private final List<Left> left = new ArrayList<>();

    /** Claims under way that will be {@link #add added}: who comes between must not release what they took. */
    private int expected;

    private long lease;

    /** With secrets: kept while it is good, and no longer than the lease. */
    private ChannelAccess access;

    private Instant accessRead = Instant.MIN;
    private boolean inDoubt;
    private boolean queueIsNext;
    private Instant lookedThrough = Instant.MIN;

    /** Whether a change that happens now can be told from here. */
    synchronized boolean hasRoom(Instant now) {
        return !queueIsNext && left.isEmpty() && held.size() < MOST && !isBehind(now);
    }

    /** The channel is about to be claimed for this hand. */
    synchronized void expect() {
        expected++;
    }

    /**
     * What was expected has been {@link #add added} or will not come.
     *
     * @param inDoubt whether it may be claimed without an answer
     * @return whether there is something to do: to tell or to release
     */
    synchronized boolean arrived(boolean inDoubt) {
        expected--;
        this.inDoubt |= inDoubt;
        queueIsNext |= inDoubt;
        return hasMore() || lease > 0;
    }

    /** @param since before these were claimed */
    synchronized void add(Claim claim, Instant since) {
        if (claim.rested()) {
            lookedThrough = since;
        }
        lease = Math.max(lease, claim.lease());
        if (claim.access() != null) {
            access = claim.access();
            accessRead = since;
        }
        for (Offer offer : claim.offers()) {
            held.remove(offer.listing());
            if (held.size() < MOST) {
                held.put(offer.listing(), new Held(offer, since));
            } else {
                left.add(new Left(offer, false));
            }
        }
    }

    /** How the channel is talked to, as it was read with a claim a moment ago; empty when that is too long ago. */
    synchronized Optional<ChannelAccess> access(Instant now) {
        if (!accessRead.plus(ACCESS_IS_GOOD_FOR).isAfter(now)) {
            access = null;
        }
        return Optional.ofNullable(access);
    }

    /** Takes a batch out of the hand, those with the fewest units. */
    synchronized List<Offer> next(int most, Instant now) {
        Iterator<Held> oldest = held.values().iterator();
        while (oldest.hasNext()) {
            Held one = oldest.next();
            if (one.since().plus(TELL_WITHIN).isAfter(now)) {
                break;
            }
            left.add(new Left(one.offer(), false));
            oldest.remove();
        }
        List<Offer> batch = held.values().stream()
                .map(Held::offer)
                .sorted(Comparator.comparingInt(Offer::quantity))
                .limit(most)
                .toList();
        batch.forEach(offer -> held.remove(offer.listing()));
        return batch;
    }

    /** The queue of the channel has something: it is next, as soon as the hand is empty. */
    synchronized void queueIsNext() {
        queueIsNext = true;
    }

    synchronized boolean isQueueNext() {
        return queueIsNext;
    }

    /** The queue is next when it was not looked through for some time. */
    synchronized void minding(Instant now) {
        queueIsNext |= lookedThrough.isBefore(now.minus(LOOK_THROUGH_EVERY));
    }

    /** The queue is about to be claimed; whether something may be in hand that the hand does not know of. */
    synchronized boolean looking() {
        boolean doubt = inDoubt;
        inDoubt = false;
        queueIsNext = false;
        return doubt;
    }

    /** The queue could not be claimed. */
    synchronized void lookFailed(boolean doubt) {
        inDoubt |= doubt;
        queueIsNext = true;
    }

    /**
     * The queue was claimed; what it said of a listing is newer than what the hand holds.
     *
     * @param more whether there may be more in it
     */
    synchronized void lookedThrough(Claim claim, boolean more, Instant now) {
        lease = Math.max(lease, claim.lease());
        for (Offer offer : claim.offers()) {
            held.computeIfPresent(
                    offer.listing(), (listing, one) -> one.offer().revision() > offer.revision() ? one : null);
        }
        lookedThrough = now;
        queueIsNext |= more;
    }

    /** These were to be told, and nobody knows whether they were. */
    synchronized void leave(Collection<Offer> offers) {
        offers.forEach(offer -> left.add(new Left(offer, true)));
    }

    /** Nothing is told from here. */
    synchronized void leaveAll() {
        held.values().forEach(one -> left.add(new Left(one.offer(), false)));
        held.clear();
    }

    /** What waits for too long is not told from here. */
    synchronized void leaveWhenBehind(Instant now) {
        if (isBehind(now)) {
            leaveAll();
        }
    }

    private boolean isBehind(Instant now) {
        return held.values().stream()
                .findFirst()
                .map(oldest -> !oldest.since().plus(BEHIND).isAfter(now))
                .orElse(false);
    }

    /** What has to go to the queue. */
    synchronized List<Left> left() {
        return List.copyOf(left);
    }

    /** So many of what was {@link #left} are in the queue now. */
    synchronized void queued(int count) {
        left.subList(0, count).clear();
        queueIsNext = true;
    }

    synchronized boolean hasMore() {
        return queueIsNext || !held.isEmpty();
    }

    /** Takes the lease that is to be released, when nothing is in hand nor may come to it; 0 for none. */
    private synchronized long takeLease() {
        if (!held.isEmpty() || !left.isEmpty() || expected > 0 || inDoubt) {
            return 0;
        }
        long released = lease;
        lease = 0;
        access = null;
        return released;
    }

    /** Releases the lease, when nothing is in hand nor may come to it. */
    void release(LongConsumer release) {
        long lent = takeLease();
        if (lent > 0) {
            lend(lent, release);
        }
    }

    /** Notes an answer and releases the lease with it: 0 when there is more to be told, in hand or in the queue. */
    void end(LongConsumer note) {
        lend(takeLeaseWhenDone(), note);
    }

    private synchronized long takeLeaseWhenDone() {
        return queueIsNext ? 0 : takeLease();
    }

    /** Without the lock: it waits for the database. */
    private void lend(long lent, LongConsumer work) {
        boolean done = false;
        try {
            work.accept(lent);
            done = true;
        } finally {
            if (!done) {
                keepLease(lent);
            }
        }
    }

    /** The lease could not be released. */
    private synchronized void keepLease(long kept) {
        lease = Math.max(lease, kept);
    }
}
