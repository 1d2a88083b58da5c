package io.onhand.acceptance.torture;

import io.onhand.acceptance.torture.fault.Struck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what happened, in lines for a terminal. */
final class Report {
    private Report() {}

    /** One line for a minute. */
    static String progress(Duration since, Map<String, Integer> counts, int faults) {
        return String.format(
                Locale.ROOT, "%4d s  %,d orders, %d faults, audit clean", since.toSeconds(), orders(counts), faults);
    }

    private static int orders(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count ->
                        count.getKey().startsWith("orders by") || count.getKey().startsWith("orders in"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        double seconds = outcome.lasted().toMillis() / 1000.0;
        lines.add(String.format(
                Locale.ROOT,
                "seed %d: %,d orders in %.0f s (%.1f a second), quiet after %.0f s, %d audits",
                outcome.seed(),
                orders(outcome.counts()),
                seconds,
                orders(outcome.counts()) / seconds,
                outcome.quietAfter().toMillis() / 1000.0,
                outcome.audits()));
        outcome.counts().forEach((what, count) -> lines.add(String.format(Locale.ROOT, "  %-44s %,8d", what, count)));
        if (!outcome.struck().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-26s %6s  %s", "fault", "times", "recovery p50 / max"));
        }
        outcome.struck().stream()
                .collect(Collectors.groupingBy(Struck::fault, TreeMap::new, Collectors.toList()))
                .forEach((fault, times) -> lines.add(fault(fault, times)));
        return lines;
    }

    private static String fault(String fault, List<Struck> times) {
        List<Long> sorted =
                times.stream().map(one -> one.recovery().toMillis()).sorted().toList();
        return String.format(
                Locale.ROOT,
                "  %-26s %6d  %.1f s / %.1f s",
                fault,
                times.size(),
                sorted.get(sorted.size() / 2) / 1000.0,
                sorted.get(sorted.size() - 1) / 1000.0);
    }
}
