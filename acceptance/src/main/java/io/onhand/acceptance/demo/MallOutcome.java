package io.onhand.acceptance.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one channel.
 *
 * @param mall which
 * @param oursBefore units that it could sell by our own account before the order
 * @param before units that its shop showed before the order
 * @param after units that its shop shows now
 * @param ours units that it may sell by our own account now
 * @param tookOrder whether the order was placed there
 * @param lag from the order's arrival at us to the shop's acceptance of the new number; empty while it was not told
 */
record MallOutcome(
        Mall mall,
        int oursBefore,
        Optional<Integer> before,
        Optional<Integer> after,
        int ours,
        boolean tookOrder,
        Optional<Duration> lag) {

    /** Whether its shop showed our number before, shows our number now, and heard it from us where it has changed. */
    boolean right() {
        return problem().isEmpty();
    }

    /** What is wrong; empty when nothing is. */
    Optional<String> problem() {
        if (!before.equals(Optional.of(oursBefore))) {
            return Optional.of("showed " + text(before) + " instead of " + oursBefore + " before the order");
        }
        if (!after.equals(Optional.of(ours))) {
            return Optional.of("shows " + text(after) + " instead of " + ours);
        }
        boolean mustBeTold = !tookOrder && oursBefore != ours;
        return mustBeTold && lag.isEmpty() ? Optional.of("was not told") : Optional.empty();
    }

    static String text(Optional<Integer> quantity) {
        return quantity.map(Object::toString).orElse("nothing");
    }
}
