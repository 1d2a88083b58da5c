package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.world.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that is in use is brought to the newest schema with what is in it. */
class UpgradeTest {
    private static final String TENANT = "'00000000-0000-0000-0000-000000000001'";
    private static final String CHANNEL = "'00000000-0000-0000-0000-000000000002'";
    private static final String BUNDLE = "'00000000-0000-0000-0000-000000000005'";
    private static final String IMPORT = "'00000000-0000-0000-0000-000000000004'";
    private static final String SKU = "'00000000-0000-0000-0000-000000000003'";

    @Test
    void everythingThatWasThereIsWhatTheNewestVersionExpects() throws SQLException {
        DatabaseSettings settings = TestDatabase.get().empty("upgrade");
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .target("6")
                .load()
                .migrate();
        try (Connection database = TestDatabase.get().superuser("upgrade")) {
            run(
                    database,
                    "insert into tenant (tenant_id, alias, name, time_zone, locale, created_at) values (" + TENANT
                            + ", 'old', 'Old', 'UTC', 'en', now())",
                    "insert into connector values ('mall', '{}', now())",
                    "insert into channel (tenant_id, id, connector, publishes, name, state, settings, policy_version, created_at) values ("
                            + TENANT + ", " + CHANNEL + ", 'mall', true, 'Mall', 'active', '{}', 1, now())",
                    "insert into sku (tenant_id, id, code, name, unit, created_at) values (" + TENANT + ", " + SKU
                            + ", 'MUG', 'Mug', 'ea', now())",
                    listing("'00000000-0000-0000-0000-00000000000a'", "known"),
                    listing("'00000000-0000-0000-0000-00000000000b'", "stale"),
                    listing("'00000000-0000-0000-0000-00000000000c'", "new"),
                    publication("'00000000-0000-0000-0000-00000000000a'", "null"),
                    publication("'00000000-0000-0000-0000-00000000000b'", "now()"),
                    listing("'00000000-0000-0000-0000-00000000000d'", "lost"),
                    publication("'00000000-0000-0000-0000-00000000000d'", "now()"),
                    "update listing set sku_id = null, state = 'unmatched' where external_id = 'lost'");
            run(
                    database,
                    "update channel set poll_seconds = 10",
                    "insert into import_run (tenant_id, id, channel_id, file_name, size_bytes, state, created_at, created_by) values ("
                            + TENANT + ", " + IMPORT + ", " + CHANNEL + ", 'f.csv', 1, 'previewed', now(), 'x')",
                    "insert into import_order (tenant_id, import_id, position, external_id, message, outcome) values ("
                            + TENANT + ", " + IMPORT + ", 7, '1', '{}', 'new')",
                    "insert into import_row (tenant_id, import_id, row_number, cells, external_id, outcome) values ("
                            + TENANT + ", " + IMPORT + ", 2, '{}', '1', 'new')");
            run(
                    database,
                    "insert into sku (tenant_id, id, code, name, unit, created_at) values (" + TENANT + ", " + BUNDLE
                            + ", 'SET', 'Set', 'ea', now())",
                    "insert into sku_leaf values (" + TENANT + ", " + SKU + ", " + SKU + ", 1), (" + TENANT + ", "
                            + BUNDLE + ", " + SKU + ", 3)");
            MigrateDatabase.migrate(settings.url(), settings.user(), settings.password());
            assertThat(number(database, "select quiet_poll_seconds from channel where polled_new_at is not null"))
                    .isEqualTo(10);
            assertThat(number(database, "select order_position from import_row"))
                    .isEqualTo(7);
            assertThat(queue(database))
                    .containsOnlyKeys("known", "stale", "new")
                    .containsEntry("known", null)
                    .containsEntry("stale", 7)
                    .containsEntry("new", -1);
            assertThat(number(database, "select quantity from bundle_leaf")).isEqualTo(3);
            assertThat(number(database, "select sum(quantity)::int from sku_leaf"))
                    .isEqualTo(4);
        }
    }

    private static String listing(String id, String name) {
        return "insert into listing (tenant_id, id, channel_id, external_id, sku_id, state, created_at) values ("
                + TENANT + ", " + id + ", " + CHANNEL + ", '" + name + "', " + SKU + ", 'linked', now())";
    }

    private static String publication(String listing, String staleSince) {
        return "insert into publication (tenant_id, listing_id, channel_id, pending_quantity, stale_since, next_attempt_at) values ("
                + TENANT + ", " + listing + ", " + CHANNEL + ", 7, " + staleSince + ", now())";
    }

    private static void run(Connection database, String... statements) throws SQLException {
        for (String statement : statements) {
            try (var one = database.createStatement()) {
                one.execute(statement);
            }
        }
    }

    private static int number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getInt(1);
        }
    }

    private static Map<String, Integer> queue(Connection database) throws SQLException {
        Map<String, Integer> queue = new TreeMap<>();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select p.external_id, p.queue_place from publication p join sku s on s.id = p.sku_id and s.code = p.code")) {
            while (rows.next()) queue.put(rows.getString(1), rows.getObject(2, Integer.class));
        }
        return queue;
    }
}
