package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.TestDatabase;
import io.onhand.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void isDoneAgainWhenAMigrationChangedWhatItReads() throws SQLException {
        try (Connection superuser = TestDatabase.get().superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create schema scratch; grant usage on schema scratch to onhand_app");
            statement.execute(
                    "create table scratch.thing as select 1 as one; grant select on scratch.thing to onhand_app");
            world.run(() -> IntStream.range(0, 10).forEach(i -> readThing()));
            statement.execute("alter table scratch.thing add column two int");
            world.run(() -> {
                repeated.add(world.core.scope.isRepeated());
                // The first goes together with what opens the transaction, which is another statement for the driver.
                readThing();
                readThing();
            });
            statement.execute("drop schema scratch cascade");
        }
        assertThat(repeated).containsExactly(false, true);
    }

    private void readThing() {
        assertThat(world.core.scope.sql().list("select * from scratch.thing", row -> row.number("one")))
                .containsExactly(1);
    }
}
