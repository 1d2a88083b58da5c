package io.onhand.portal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void whatStandsBeforeAndAfterIsFoundAcrossPages() {
        assertThat(around("a")).isEqualTo(new Neighbours.Around(null, "b"));
        assertThat(around("b")).isEqualTo(new Neighbours.Around("a", "c"));
        assertThat(around("c")).isEqualTo(new Neighbours.Around("b", "d"));
        assertThat(around("d")).isEqualTo(new Neighbours.Around("c", null));
    }

    @Test
    void whatIsNotInTheListHasNoNeighbours() {
        assertThat(around("x")).isEqualTo(new Neighbours.Around(null, null));
    }

    private static Neighbours.Around around(String path) {
        return Neighbours.around(
                path,
                cursor -> cursor == null ? new Page<>(List.of("a", "b"), "2") : new Page<>(List.of("c", "d"), null));
    }
}
