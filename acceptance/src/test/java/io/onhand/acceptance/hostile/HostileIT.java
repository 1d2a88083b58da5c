package io.onhand.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The short form of {@code ./onhand hostile}. */
class HostileIT {
    private static final int REQUESTS = 2_000;
    private static final long SEED = 1;

    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void twoThousandSpoiledRequestsAreAnsweredClearlyAndARefusedOneChangesNothing() {
        Findings findings = new Campaign(product.installation(), SEED).run(REQUESTS, number -> {});
        assertThat(findings.problems()).isEmpty();
    }
}
