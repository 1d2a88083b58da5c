package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The connection of a transaction is ended from outside amid the work. */
class LostConnectionTest {
    private final TenantScope scope = new TenantScope(TestDatabase.get().app());

    @Test
    void theFailureSaysThatTheDatabaseWasAwayAndNotThatTheRollbackFailed() {
        away(() -> scope.sql().first("select 1 as one", row -> row.number("one")));
    }

    @Test
    void workWithEntitiesSaysTheSame() {
        away(() -> scope.entities()
                .createQuery("select count(l) from LocationEntity l", Long.class)
                .getSingleResult());
    }

    @Test
    void aServerThatIsGoneWithoutAWordIsNotAwaitedForEver() throws SQLException {
        try (Connection connection = TestDatabase.get().app().connection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(300_000);
        }
        DatabaseSettings known = TestDatabase.get().settings(DatabaseSettings.APP, 1);
        try (Database impatient = new Database(
                new DatabaseSettings(known.url() + "?socketTimeout=1", known.user(), known.password(), 1))) {
            assertThatThrownBy(() -> impatient.read("select 1 from pg_sleep(60)", row -> row))
                    .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isOutage())
                            .isTrue());
        }
    }

    private void away(Runnable next) {
        assertThatThrownBy(() -> scope.run(new TenantId(Ids.next()), () -> {
                    end(scope.sql()
                            .first("select pg_backend_pid() as pid", row -> row.number("pid"))
                            .orElseThrow());
                    next.run();
                }))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isOutage())
                        .isTrue());
    }

    private static void end(int pid) {
        try (Connection superuser = TestDatabase.get().superuser();
                PreparedStatement statement = superuser.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            statement.setInt(1, pid);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
