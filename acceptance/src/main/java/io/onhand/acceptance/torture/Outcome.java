package io.onhand.acceptance.torture;

import io.onhand.acceptance.torture.audit.Violation;
import io.onhand.acceptance.torture.fault.Struck;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a torture ended.
 *
 * @param seed what decided the schedule
 * @param lasted how long the load lasted
 * @param quietAfter from the end of the load until everything was worked off
 * @param counts what happened, by name
 * @param struck the faults in their order
 * @param audits how often the auditor looked
 * @param violations what must not be; none when all is well
 */
public record Outcome(
        long seed,
        Duration lasted,
        Duration quietAfter,
        Map<String, Integer> counts,
        List<Struck> struck,
        int audits,
        List<Violation> violations) {
    /** Whether nothing was found that must not be. */
    public boolean clean() {
        return violations.isEmpty();
    }
}
