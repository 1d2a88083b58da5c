package io.onhand.routes.engine;

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
import java.util.UUID;

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

    /** How often the queue is looked through, however much is handed over. */
    private static final Duration LOOK_THROUGH_EVERY = Duration.ofSeconds(1);

    private static final int MOST = 2_000;

    private record Held(Offer offer, Instant since) {}

    /** By listing, the oldest first. */
    private final Map<UUID, Held> held = new LinkedHashMap<>();

    /** What will not be told from here, and has to go to the queue. */
    private final List<Offer> left = new ArrayList<>();

    private long lease;
    private boolean queueIsNext;
    private boolean inDoubt;
    private Instant lookedThrough = Instant.MIN;

    /** Whether a change that happens now can be told from here. */
    synchronized boolean hasRoom(Instant now) {
        return !queueIsNext
                && left.isEmpty()
                && held.size() < MOST
                && held.values().stream()
                        .findFirst()
                        .map(oldest -> oldest.since().plus(BEHIND).isAfter(now))
                        .orElse(true);
    }

    /** @param since before these were claimed */
    synchronized void add(Claim claim, Instant since) {
        lease = Math.max(lease, claim.lease());
        for (Offer offer : claim.offers()) {
            Held older = held.remove(offer.listing());
            held.put(
                    offer.listing(),
                    older == null || older.offer().revision() < offer.revision() ? new Held(offer, since) : older);
        }
    }

    /** Takes a batch out of the hand, those with the fewest units. */
    synchronized List<Offer> next(int most, Instant now) {
        Iterator<Held> oldest = held.values().iterator();
        while (oldest.hasNext()) {
            Held one = oldest.next();
            if (one.since().plus(TELL_WITHIN).isAfter(now)) {
                break;
            }
            left.add(one.offer());
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

    /** Something may have been claimed of which the hand was not told. */
    synchronized void doubt() {
        inDoubt = true;
        queueIsNext = true;
    }

    synchronized boolean isInDoubt() {
        return inDoubt;
    }

    synchronized boolean isQueueNext() {
        return queueIsNext;
    }

    /** The queue is next when it was not looked through for some time. */
    synchronized void minding(Instant now) {
        queueIsNext |= lookedThrough.isBefore(now.minus(LOOK_THROUGH_EVERY));
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
        queueIsNext = more;
        inDoubt = false;
    }

    /** These are not told from here. */
    synchronized void leave(Collection<Offer> offers) {
        left.addAll(offers);
    }

    /** Nothing is told from here. */
    synchronized void leaveAll() {
        held.values().forEach(one -> left.add(one.offer()));
        held.clear();
    }

    /** What has to go to the queue. */
    synchronized List<Offer> left() {
        return List.copyOf(left);
    }

    /** These are in the queue. */
    synchronized void queued(Collection<Offer> offers) {
        left.removeAll(offers);
    }

    synchronized boolean hasMore() {
        return queueIsNext || !held.isEmpty();
    }

    /** The lease that is to be released when nothing is in hand; 0 for none. */
    synchronized long released() {
        if (!held.isEmpty() || !left.isEmpty()) {
            return 0;
        }
        long released = lease;
        lease = 0;
        return released;
    }
}
