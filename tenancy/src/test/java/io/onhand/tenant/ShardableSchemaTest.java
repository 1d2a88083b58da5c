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

/** The schema can be sharded by tenant as it is: what a distributed PostgreSQL asks of tables, keys and functions. */
class ShardableSchemaTest {
    /** Small and the same on every node. */
    private static final String REFERENCE = "('tenant', 'partner_grant', 'connector', 'flyway_schema_history')";

    @Test
    void theTenantIdHasOneTypeEverywhere() throws SQLException {
        assertThat(found("""
                        select distinct data_type || is_nullable from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'tenant_id'""")).containsExactly("uuidNO");
    }

    @Test
    void theTenantIdLeadsEveryKeyOfADistributedTable() throws SQLException {
        assertThat(found("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and i.indisunique and c.relname not in %s
                          and (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) <> 'tenant_id'""".formatted(REFERENCE))).isEmpty();
    }

    @Test
    void foreignKeysStayInsideTheTenantOrPointToReferenceTables() throws SQLException {
        assertThat(found("""
                        select k.conname from pg_constraint k join pg_class target on target.oid = k.confrelid
                        where k.contype = 'f' and k.connamespace = 'public'::regnamespace and target.relname not in %s
                          and (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'tenant_id'""".formatted(REFERENCE))).isEmpty();
    }

    @Test
    void noTableIsPartitionedAndNothingHappensBehindAStatementsBack() throws SQLException {
        assertThat(found("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'p'"))
                .isEmpty();
        assertThat(found("select tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
        assertThat(found("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'"))
                .isEmpty();
    }

    @Test
    void noDefaultAndNoFunctionOfOursIsVolatile() throws SQLException {
        assertThat(
                        found(
                                "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and table_name <> 'flyway_schema_history' and column_default ~ '\\('"))
                .isEmpty();
        assertThat(
                        found(
                                "select proname from pg_proc where pronamespace = 'public'::regnamespace and provolatile = 'v'"))
                .isEmpty();
    }

    @Test
    void noStatusIsAnEnum() throws SQLException {
        assertThat(found("select typname from pg_type where typtype = 'e'")).isEmpty();
    }

    private static List<String> found(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.get().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
