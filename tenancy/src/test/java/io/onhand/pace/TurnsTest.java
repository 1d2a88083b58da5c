package io.onhand.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns<String> turns = new Turns<>(2);

    private String busy() {
        return turns.call("busy", () -> "now", () -> "later");
    }

    @Test
    void atMostSoManyPiecesOfAPartysWorkAreUnderWay() {
        String told = turns.call(
                "busy",
                () -> turns.call(
                        "busy",
                        () -> busy() + ", the other " + turns.call("other", () -> "now", () -> "later"),
                        () -> "second later"),
                () -> "first later");
        assertThat(told).isEqualTo("later, the other now");
        assertThat(busy()).isEqualTo("now");
    }

    @Test
    void aTurnEndsWithAFailureToo() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.call(
                            "busy",
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            () -> null))
                    .hasMessage("broken");
        }
        assertThat(busy()).isEqualTo("now");
    }
}
