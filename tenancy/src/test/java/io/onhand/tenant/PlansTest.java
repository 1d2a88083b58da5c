package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How connections of the application plan, whatever the server is set to. */
class PlansTest {
    /** Makes a plan of several processes of whatever can be one. */
    private static final String TEMPTATION = "set debug_parallel_query = on";

    private static final String NEWEST = "explain select external_id from sales_order order by accepted_at desc";

    @Test
    void noStatementStartsOtherProcesses() throws SQLException {
        try (Connection connection = TestDatabase.get().app().connection()) {
            assertThat(plan(connection, TEMPTATION)).noneMatch(line -> line.contains("Gather"));
            assertThat(plan(connection, "set max_parallel_workers_per_gather = 2"))
                    .as("what it would be otherwise")
                    .anyMatch(line -> line.contains("Gather"));
            connection.rollback();
        }
    }

    @Test
    void noStatementIsCompiled() throws SQLException {
        try (Connection connection = TestDatabase.get().app().connection();
                Statement statement = connection.createStatement();
                ResultSet jit = statement.executeQuery("show jit")) {
            jit.next();
            assertThat(jit.getString(1)).isEqualTo("off");
        }
    }

    private static List<String> plan(Connection connection, String settings) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            try (ResultSet plan = statement.executeQuery(NEWEST)) {
                while (plan.next()) lines.add(plan.getString(1));
            }
        }
        return lines;
    }
}
