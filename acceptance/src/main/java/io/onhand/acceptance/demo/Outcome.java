package io.onhand.acceptance.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one order.
 *
 * @param way how it came
 * @param sku what was ordered
 * @param number the channel's number of the order
 * @param arrivedAt when it arrived at us
 * @param state what we made of it, e.g. held; empty while we do not have it
 * @param malls the ten channels
 */
record Outcome(Way way, String sku, String number, Instant arrivedAt, Optional<String> state, List<MallOutcome> malls) {
    /** Whether the order is held, took its unit, and every channel is right. */
    boolean right() {
        return problems().isEmpty();
    }

    /** The longest time that a channel which did not take the order waited for its new number. */
    Optional<Duration> slowest() {
        return malls.stream()
                .filter(mall -> !mall.tookOrder())
                .flatMap(mall -> mall.lag().stream())
                .max(Comparator.naturalOrder());
    }

    /** One line for each thing that is wrong. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!state.equals(Optional.of("held"))) {
            problems.add("order " + number + " is " + state.orElse("not there"));
        }
        if (malls.stream().noneMatch(mall -> mall.ours() < mall.oursBefore())) {
            problems.add("no channel may sell less than before");
        }
        malls.forEach(mall ->
                mall.problem().ifPresent(problem -> problems.add(mall.mall().name() + " " + problem)));
        return problems;
    }
}
