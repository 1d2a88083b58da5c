package io.onhand.acceptance.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param scenario the scenario it belongs to
 * @param name what was done, with how many clients
 * @param unit of {@code ours}
 * @param ours our own figure
 * @param checks what it is compared with
 * @param latency milliseconds by percentile ({@code p50}, {@code p99}, {@code max}), all rounds together
 * @param cpu processor seconds for each thousand units by process, all rounds together
 * @param notes other things worth knowing, by name
 * @param errors answers that must not come, by kind
 */
record Figure(
        String scenario,
        String name,
        String unit,
        Series ours,
        List<Check> checks,
        Map<String, Double> latency,
        Map<String, Double> cpu,
        Map<String, String> notes,
        Map<String, Long> errors) {
    /** What the processor time is told for a thousand of: orders, levels, reads. */
    String counted() {
        return unit.endsWith("/s") ? unit.substring(0, unit.length() - 2) : "orders";
    }

    /** Whether it did what it had to, without a wrong answer. */
    boolean passed() {
        return errors.isEmpty() && checks.stream().noneMatch(check -> check.verdict() == Check.Verdict.MISSED);
    }
}
