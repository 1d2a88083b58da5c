package io.onhand.acceptance.race;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a race ended.
 *
 * @param sku what was raced for
 * @param units how many there were
 * @param replies how each buyer was answered
 * @param took from the first order to the last answer
 * @param onHand units on hand by the ledger, afterwards
 * @param reserved units held by orders by the ledger, afterwards
 * @param heldOrders ids of the orders that are held, as the order list tells it
 * @param shown what each channel's shop shows, afterwards
 */
record Finish(
        String sku,
        int units,
        List<Reply> replies,
        Duration took,
        int onHand,
        int reserved,
        Collection<String> heldOrders,
        List<Integer> shown) {
    /** How many buyers were answered so. */
    Map<String, Long> counts() {
        return replies.stream().collect(Collectors.groupingBy(Reply::what, Collectors.counting()));
    }

    /** The time within which this part of the buyers (0 to 1) was answered. */
    Duration latency(double part) {
        List<Duration> sorted = replies.stream().map(Reply::took).sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
    }

    /** One line for each thing that must not be; none when the race was fair. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        long refused = replies.size() - (long) units;
        Map<String, Long> counts = counts();
        if (!counts.equals(Map.of("held", (long) units, "refused", refused))) {
            problems.add("answers should be held=" + units + ", refused=" + refused + ", but are " + counts);
        }
        if (onHand != units || reserved != units) {
            problems.add("the ledger should have " + units + " on hand and as many reserved, but has " + onHand
                    + " and " + reserved);
        }
        if (!ids("held").equals(new HashSet<>(heldOrders)) || heldOrders.size() != units) {
            problems.add(heldOrders.size() + " orders are held, and not exactly those that were answered so");
        }
        if (shown.stream().anyMatch(quantity -> quantity != 0)) {
            problems.add("every channel should show 0, but they show " + shown);
        }
        return problems;
    }

    private Set<String> ids(String what) {
        return replies.stream()
                .filter(reply -> reply.what().equals(what))
                .map(Reply::orderId)
                .collect(Collectors.toSet());
    }
}
