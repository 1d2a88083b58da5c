package io.onhand.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.race.Race;
import io.onhand.acceptance.running.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand buyers at once where there are five hundred units. */
class RaceIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @Test
    void fiveHundredOfAThousandBuyersGetAUnitAndTheOthersAreRefused() {
        assertThat(new Race(product.installation()).problems()).isEmpty();
    }
}
