package io.onhand.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ./onhand hostile} understands. */
class OptionsTest {
    @Test
    void twentyThousandRequestsWithTheFirstSeedWhenNothingIsSaid() {
        assertThat(Options.of(List.of())).isEqualTo(new Options(20_000, 1));
        assertThat(Options.of(List.of("--seed", "-7", "--requests", "5"))).isEqualTo(new Options(5, -7));
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> Options.of(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.of(List.of("--requests", "0"))).hasMessageContaining("1 to");
        assertThatThrownBy(() -> Options.of(List.of("--requests"))).hasMessageContaining("--requests");
        assertThatThrownBy(() -> Options.of(List.of("--seed", "x"))).hasMessageContaining("'x'");
    }
}
