package io.onhand.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The audit that every scenario ends with. Shares no code with the product. */
public final class Ledger {
    private Ledger() {}

    public static void balances(TenantId tenant) {
        assertThat(violations(tenant, """
                        select l.sku_id || ' at ' || l.location_id || ': on hand ' || l.on_hand || ', moved ' || coalesce(m.moved, 0)
                        from stock_level l left join lateral (
                          select sum(case when to_location_id = l.location_id then quantity else -quantity end) as moved from stock_movement m
                          where m.tenant_id = l.tenant_id and m.sku_id = l.sku_id and l.location_id in (m.from_location_id, m.to_location_id)) as m on true
                        where l.tenant_id = ?::uuid and l.on_hand <> coalesce(m.moved, 0)"""))
                .as("units on hand are the sum of movements")
                .isEmpty();
        assertThat(violations(tenant, """
                        select l.sku_id || ' at ' || l.location_id || ': reserved ' || l.reserved || ', held ' || coalesce(h.held, 0)
                        from stock_level l left join lateral (
                          select sum(quantity - posted - released) as held from stock_hold h
                          where h.tenant_id = l.tenant_id and h.sku_id = l.sku_id and h.location_id = l.location_id) as h on true
                        where l.tenant_id = ?::uuid and l.reserved <> coalesce(h.held, 0)"""))
                .as("reserved units are the open holds")
                .isEmpty();
        assertThat(violations(tenant, """
                        select l.id || ': held ' || l.held from order_line l where l.tenant_id = ?::uuid and l.held <> coalesce((
                          select max(units) from (select sum((h.quantity - h.posted - h.released) / h.per_unit) as units from stock_hold h
                            where h.tenant_id = l.tenant_id and h.line_id = l.id group by h.sku_id) as by_leaf), 0)"""))
                .as("held units of a line have their holds")
                .isEmpty();
        assertThat(
                        violations(
                                tenant,
                                "select sku_id || ' at ' || location_id from stock_level where tenant_id = ?::uuid and reserved > on_hand + shortfall"))
                .as("nothing is promised twice")
                .isEmpty();
    }

    private static List<String> violations(TenantId tenant, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.get().superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.toString());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return found;
    }
}
