package io.onhand.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.world.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database's own rules for values: in types where writing has to be quick. */
class ChecksTest {
    @Test
    void whatOrdersAndStockWriteAsksNothingOfASingleColumn() throws SQLException {
        List<String> checks = new ArrayList<>();
        try (Connection connection = TestDatabase.get().superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select conname from pg_constraint where contype = 'c' and cardinality(conkey) = 1 and conrelid = any(array['stock_level',
                          'stock_movement', 'sales_order', 'order_line', 'order_event', 'stock_hold', 'outbox', 'publication']::regclass[])""")) {
            while (rows.next()) checks.add(rows.getString(1));
        }
        assertThat(checks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stock_level, reserved, -1, units_not_negative",
        "stock_movement, quantity, 0, at_least_one_unit",
        "stock_movement, reason, '''''', movement_reason_length",
        "stock_movement, cause_kind, '''magic''', known_movement_cause",
        "sales_order, external_id, '''''', external_number_length",
        "sales_order, state, '''sold''', known_order_state",
        "sales_order, source, '''dream''', known_order_source",
        "sales_order, currency, '''WON!''', currency_code_length",
        "order_line, held, -1, units_not_negative",
        "order_line, quantity, 0, at_least_one_unit",
        "stock_hold, per_unit, 0, at_least_one_unit",
        "outbox, kind, '''gossip''', known_message_kind",
        "outbox, subjects, '''{}''', message_subjects_number"
    })
    void aValueThatBreaksTheRuleOfItsTypeIsNotWritten(String table, String column, String value, String rule)
            throws SQLException {
        try (Connection connection = TestDatabase.get().superuser();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute("insert into " + table + " (" + column + ") values (" + value + ")"))
                    .hasMessageContaining(rule);
        }
    }
}
