package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.TestDatabase;
import io.onhand.world.World;
import jakarta.persistence.Entity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three belts hold tenants apart, each of them alone enough. Every table is looked at, so that none can be forgotten. */
class BeltsTest {
    /** Shared by all tenants on purpose; it has nothing of any of them. */
    private static final Set<String> SHARED = Set.of("connector", "flyway_schema_history");

    private static final List<String> ROLES = List.of("onhand_app", "onhand_relay");

    @Test
    void everyTableIsKeyedByItsTenant() throws SQLException {
        for (String table : tables())
            assertThat(strings("""
                            select coalesce(bool_or(a.attname = 'tenant_id'), false)::text from pg_index i
                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                            where i.indrelid = '%s'::regclass and i.indisprimary""".formatted(table)))
                    .as("primary key of %s contains tenant_id", table)
                    .containsExactly("true");
    }

    @Test
    void everyUniqueKeyAndForeignKeyContainsTheTenant() throws SQLException {
        assertThat(strings("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and i.indisunique and c.relname not in ('connector', 'flyway_schema_history', 'tenant')
                          and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.attname = 'tenant_id')""")).isEmpty();
        assertThat(strings("""
                        select k.conname from pg_constraint k where k.contype = 'f' and k.confrelid <> 'connector'::regclass
                          and k.connamespace = 'public'::regnamespace and not exists (
                            select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = 'tenant_id')""")).isEmpty();
    }

    @Test
    void noTableIsPlannedAsIfEveryTenantWereSmall() throws SQLException {
        for (String table : tables())
            if (!table.equals("tenant"))
                assertThat(strings(
                                "select array_to_string(attoptions, ',') from pg_attribute where attrelid = '%s'::regclass and attname = 'tenant_id'"
                                        .formatted(table)))
                        .as("options of %s.tenant_id", table)
                        .containsExactly("n_distinct=1");
    }

    @Test
    void everyTableForcesRowLevelSecurity() throws SQLException {
        for (String table : tables())
            assertThat(strings(
                            "select (relrowsecurity and relforcerowsecurity)::text from pg_class where oid = '%s'::regclass"
                                    .formatted(table)))
                    .as("row level security of %s", table)
                    .containsExactly("true");
    }

    @Test
    void withoutATenantNothingShowsARowAndWithAnotherTenantNeither() throws SQLException {
        World mine = new World();
        mine.warehouse("SEOUL").sku("MUG").channel("Mall", "SEOUL").listed("Mall", "MUG");
        mine.stock("MUG").at("SEOUL").changesBy(5);
        mine.arrives("Mall", World.order("1", World.line(1, "MUG")));
        World other = new World();
        try (Connection connection = TestDatabase.get().app().connection()) {
            List<String> shown = tables();
            shown.addAll(strings("select viewname from pg_views where schemaname = 'public'"));
            for (String table : shown) {
                assertThat(count(connection, table, null))
                        .as("%s without a tenant", table)
                        .isZero();
                assertThat(count(
                                connection,
                                "(select * from " + table + " where tenant_id = '" + mine.tenant + "')",
                                other.tenant))
                        .as("%s of another tenant", table)
                        .isZero();
            }
            assertThat(count(connection, "sales_order", mine.tenant)).isEqualTo(1);
            assertThat(count(connection, "sku_leaf", mine.tenant)).isEqualTo(1);
        }
    }

    @Test
    void anotherTenantsRowsCannotBeWrittenEither() {
        World mine = new World();
        World other = new World();
        assertThatThrownBy(() -> other.run(() -> other.core
                        .scope
                        .sql()
                        .update(
                                "insert into sku (tenant_id, id, code, name, unit, created_at) values (?, ?, 'X', 'X', 'ea', now())",
                                mine.tenant,
                                Ids.next())))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyEntityCarriesItsTenant() {
        for (Class<?> entity : Entities.types()) {
            assertThat(entity).hasAnnotation(Entity.class);
            assertThat(Arrays.stream(entity.getDeclaredFields())
                            .filter(field -> field.isAnnotationPresent(org.hibernate.annotations.TenantId.class)))
                    .as("@TenantId of %s", entity)
                    .hasSize(1);
        }
    }

    @Test
    void entitiesOfAnotherTenantAreNotFoundEvenByTheirId() {
        World mine = new World();
        mine.warehouse("SEOUL").channel("Mall", "SEOUL");
        World other = new World();
        assertThatThrownBy(() -> other.in(() -> other.core.channels.resume(mine.channelId("Mall"))))
                .hasMessageContaining("No channel");
    }

    @Test
    void theSettingDoesNotSurviveItsTransaction() {
        World mine = new World();
        mine.sku("MUG");
        assertThatThrownBy(() -> mine.run(() -> {
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        for (int i = 0; i < 100; i++)
            assertThat(TestDatabase.get().app().read("select count(*) as skus from sku", row -> row.number("skus")))
                    .containsExactly(0);
    }

    @Test
    void workOfOneTenantInsideWorkOfAnotherIsRefused() {
        World mine = new World();
        World other = new World();
        assertThatThrownBy(() -> mine.run(() -> mine.core.scope.run(other.tenant, () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noRoleThatServesMayLookPastTheBelts() throws SQLException {
        for (String role : ROLES)
            assertThat(strings(
                            "select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)::text from pg_roles where rolname = '%s'"
                                    .formatted(role)))
                    .containsExactly("false");
        assertThat(strings("select tableowner from pg_tables where schemaname = 'public'"))
                .containsOnly("onhand_owner");
    }

    @Test
    void theServerRefusesToStartAsSuperuserOrOwner() {
        for (String role : List.of("postgres", "onhand_owner"))
            assertThatThrownBy(() -> new Database(TestDatabase.get().settings(role, 1)).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(role)
                    .hasMessageContaining("onhand_app");
    }

    @Test
    void theLedgerCannotBeRewritten() {
        World mine = new World();
        for (String change : List.of(
                "update stock_movement set quantity = 1",
                "delete from stock_movement",
                "update channel_policy set buffer_units = 0"))
            assertThatThrownBy(() -> mine.run(() -> mine.core.scope.sql().update(change)))
                    .as(change)
                    .hasMessageContaining("permission denied");
    }

    @Test
    void theRelaySeesWhichTenantHasWorkAndNothingElse() throws SQLException {
        try (Connection relay = TestDatabase.get().relay().connection()) {
            for (String table : tables()) {
                String column = Set.of("inbox", "outbox", "publication", "publication_lease", "import_run", "channel")
                                .contains(table)
                        ? "tenant_id"
                        : null;
                if (column == null)
                    assertThatThrownBy(() -> count(relay, table, null))
                            .as(table)
                            .hasMessageContaining("permission denied");
                relay.rollback();
            }
            assertThatThrownBy(() -> relay.createStatement().executeQuery("select payload from inbox"))
                    .hasMessageContaining("permission denied");
            relay.rollback();
            assertThatThrownBy(() -> relay.createStatement().executeQuery("select holder from publication_lease"))
                    .hasMessageContaining("permission denied");
            relay.rollback();
            assertThatThrownBy(() -> relay.createStatement().executeQuery("select secrets from channel"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>(strings("select tablename from pg_tables where schemaname = 'public'"));
        tables.removeAll(SHARED);
        assertThat(tables).hasSizeGreaterThan(20);
        return tables;
    }

    private static int count(Connection connection, String from, TenantId tenant) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '" + (tenant == null ? "" : tenant) + "', true)");
            try (ResultSet rows = statement.executeQuery("select count(*) from " + from + " as t")) {
                rows.next();
                return rows.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.get().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
