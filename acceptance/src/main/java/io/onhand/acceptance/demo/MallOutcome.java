package io.onhand.acceptance.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one channel.
 *
 * @param mall which
 * @param before units that its shop showed before the order
 * @param after units that its shop shows now
 * @param ours units that it may sell by our own account now
 * @param tookOrder whether the order was placed there
 * @param lag from the order's arrival at us to the shop's acceptance of the new number; empty while it was not told
 */
record MallOutcome(
        Mall mall,
        Optional<Integer> before,
        Optional<Integer> after,
        int ours,
        boolean tookOrder,
        Optional<Duration> lag) {

    /** Whether its shop shows our number and, where the order has changed that number, was told by us. */
    boolean right() {
        return problem().isEmpty();
    }

    /** What is wrong; empty when nothing is. */
    Optional<String> problem() {
        if (!after.equals(Optional.of(ours))) {
            return Optional.of("shows " + text(after) + " instead of " + ours);
        }
        boolean mustBeTold = !tookOrder && !before.equals(Optional.of(ours));
        return mustBeTold && lag.isEmpty() ? Optional.of("was not told") : Optional.empty();
    }

    static String text(Optional<Integer> quantity) {
        return quantity.map(Object::toString).orElse("nothing");
    }
}
