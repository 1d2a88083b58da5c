package io.onhand.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.bench.Bench;
import io.onhand.acceptance.running.RunningProduct;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The benchmark as short as can be: that it measures what it says, never how fast anything is. */
class BenchIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void everyScenarioRunsAndEveryAnswerIsTheRightOne() throws SQLException {
        product.data();
        assertThat(Bench.problems(product.installation(), line -> {})).isEmpty();
    }
}
