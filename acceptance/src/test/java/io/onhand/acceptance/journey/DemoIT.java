package io.onhand.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.demo.Demo;
import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo that everybody tries first. */
class DemoIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void tenChannelsAreRightWhicheverWayTheOrderComes() {
        assertThat(Demo.problems(product.installation())).isEmpty();
    }
}
