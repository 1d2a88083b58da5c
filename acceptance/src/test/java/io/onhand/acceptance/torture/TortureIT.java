package io.onhand.acceptance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Two minutes of the torture, always with the same seed. The long one is a command: {@code ./onhand torture}. */
class TortureIT {
    private static final Logger LOG = Logger.getLogger(TortureIT.class.getName());
    private static final int MINUTES = 2;
    private static final long SEED = 7;

    /** Those that pass quickly; what takes a start of the server or of Keycloak to pass is left to the command. */
    private static final List<String> FAULTS = List.of(
            "server-stopped",
            "database-killed",
            "postmaster-killed",
            "database-stopped",
            "connections-cut",
            "channel",
            "webhooks");

    @Test
    void twoMinutesOfTortureLeaveNothingThatMustNotBe() {
        Outcome outcome = new Torture(Path.of("target/torture/suite")).inflict(MINUTES, SEED, FAULTS, LOG::info);

        Report.lines(outcome).forEach(LOG::info);
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.struck()).isNotEmpty();
        assertThat(outcome.counts())
                .containsKeys(
                        "orders by webhook",
                        "orders by poll",
                        "orders by API",
                        "orders in batches",
                        "orders by file",
                        "cancellations by API",
                        "adjustments",
                        "counts",
                        "policies",
                        "safety stocks");
    }
}
