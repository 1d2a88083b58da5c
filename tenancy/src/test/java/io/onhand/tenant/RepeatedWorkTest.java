package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work that others were quicker than. */
class RepeatedWorkTest {
    private final World world = new World();
    private final List<Boolean> repeated = new ArrayList<>();

    @Test
    void isDoneAgainAndKnowsIt() {
        world.run(() -> {
            repeated.add(world.core.scope.isRepeated());
            if (repeated.size() == 1) throw DatabaseFailure.overtaken("Units");
        });
        assertThat(repeated).containsExactly(false, true);
    }

    @Test
    void isGivenUpAfterAWhileAsTooCrowded() {
        assertThatThrownBy(() -> world.run(() -> {
                    repeated.add(world.core.scope.isRepeated());
                    throw DatabaseFailure.overtaken("Units");
                }))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isCrowded())
                        .isTrue());
        assertThat(repeated).containsExactly(false, true, true, true);
    }
}
