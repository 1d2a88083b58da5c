package io.onhand.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.tenant.Ids;
import io.onhand.tenant.TenantId;
import org.junit.jupiter.api.Test;

class TenantTurnsTest {
    private final TenantTurns turns = new TenantTurns(2);
    private final TenantId busy = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());

    @Test
    void atMostSoManyPiecesOfATenantsWorkAreUnderWay() {
        String told = turns.call(
                busy,
                () -> turns.call(
                        busy,
                        () -> third() + " " + turns.call(other, () -> "other now", "other later"),
                        "second later"),
                "first later");
        assertThat(told).isEqualTo("third later other now");
        assertThat(third()).isEqualTo("third now");
    }

    @Test
    void aTurnEndsWithAFailureToo() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.call(
                            busy,
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            null))
                    .hasMessage("broken");
        }
        assertThat(third()).isEqualTo("third now");
    }

    private String third() {
        return turns.call(busy, () -> "third now", "third later");
    }
}
