package io.onhand.acceptance.torture.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Two tenants in which everything is right: rows, records of their shops, and what their partners were told. */
final class SoundWorld implements Shops {
    /** Ids are made of the tenant's digit and a name's digits, so that statements can be read. */
    private static final String ROWS = """
            insert into tenant (tenant_id, alias, name, time_zone, locale, created_at) values ('$0', 't$', 'T$', 'UTC', 'en', now());
            insert into location (tenant_id, id, code, name, kind, time_zone, created_at) values
              ('$0', '$11', 'W', 'Warehouse', 'warehouse', 'UTC', now()), ('$0', '$12', '@adjustment', 'Adjustment', 'virtual', 'UTC', now());
            insert into sku (tenant_id, id, code, name, unit, created_at) values
              ('$0', '$21', 'S', 'S', 'piece', now()), ('$0', '$22', 'C', 'C', 'piece', now()), ('$0', '$23', 'K', 'K', 'piece', now());
            insert into bundle_component (tenant_id, bundle_id, component_id, quantity) values ('$0', '$23', '$21', 1), ('$0', '$23', '$22', 2);
            insert into channel (tenant_id, id, connector, publishes, name, state, settings, policy_version, created_at) values
              ('$0', '$31', 'sandbox', true, 'Shop', 'active', '{"shop": "shop$"}', 1, now());
            insert into channel_policy (tenant_id, channel_id, version, buffer_units, buffer_percent, max_listed, zero_at_or_below, created_at, created_by) values
              ('$0', '$31', 1, 1, 10, 5, 0, now(), 'test');
            insert into channel_policy_location (tenant_id, channel_id, version, position, location_id) values ('$0', '$31', 1, 1, '$11');
            insert into listing (tenant_id, id, channel_id, external_id, sku_id, state, created_at) values
              ('$0', '$41', '$31', 'LS', '$21', 'linked', now()), ('$0', '$42', '$31', 'LK', '$23', 'linked', now());
            insert into publication (tenant_id, listing_id, channel_id, sku_id, external_id, code, told_quantity, next_attempt_at) values
              ('$0', '$41', '$31', '$21', 'LS', 'S', 5, now()), ('$0', '$42', '$31', '$23', 'LK', 'K', 3, now());
            insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason, cause_kind, actor, occurred_at, recorded_at) values
              ('$0', '$51', '$21', '$12', '$11', 10, 'received', 'adjustment', 'test', now(), now()),
              ('$0', '$52', '$22', '$12', '$11', 10, 'received', 'adjustment', 'test', now(), now());
            insert into stock_level (tenant_id, sku_id, location_id, on_hand, reserved) values ('$0', '$21', '$11', 10, 3), ('$0', '$22', '$11', 10, 2);
            insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency, total_minor, buyer_name, fingerprint) values
              ('$0', '$61', '$31', 'o1', 'held', 'webhook', now(), now(), 'KRW', 0, 'buyer-$', 'f'),
              ('$0', '$62', '$31', 'api-1', 'cancelled', 'api', now(), now(), 'KRW', 0, null, 'f');
            insert into order_line (tenant_id, id, order_id, position, external_line_id, listing_id, sku_id, unit_price_minor, quantity, held, cancelled) values
              ('$0', '$71', '$61', 1, '1', '$41', '$21', 0, 3, 2, 1), ('$0', '$72', '$61', 2, '2', '$42', '$23', 0, 1, 1, 0),
              ('$0', '$73', '$62', 1, '1', '$41', '$21', 0, 1, 0, 1);
            insert into stock_hold (tenant_id, id, order_id, line_id, sku_id, location_id, per_unit, quantity, released, created_at) values
              ('$0', '$81', '$61', '$71', '$21', '$11', 1, 3, 1, now()), ('$0', '$82', '$61', '$72', '$21', '$11', 1, 1, 0, now()),
              ('$0', '$83', '$61', '$72', '$22', '$11', 2, 2, 0, now()), ('$0', '$84', '$62', '$73', '$21', '$11', 1, 1, 1, now());
            insert into import_run (tenant_id, id, channel_id, file_name, size_bytes, state, created_at, created_by) values
              ('$0', '$91', '$31', 'orders.csv', 1, 'committed', now(), 'test');
            """;

    private final List<Shown> shown = new ArrayList<>();
    private final List<Ordered> orders = new ArrayList<>();
    private final Claims claims = new Claims();

    SoundWorld() {
        for (String tenant : List.of("1", "2")) {
            shown.add(new Shown("shop" + tenant, "LS", 5));
            shown.add(new Shown("shop" + tenant, "LK", 3));
            orders.add(new Ordered(
                    "shop" + tenant,
                    "o1",
                    "buyer-" + tenant,
                    List.of(new Line("1", "LS", 3, 1), new Line("2", "LK", 1, 0))));
        }
        claims.sending(OrderClaim.sent("t1", id("131"), "api-1", List.of(new OrderClaim.Line("LS", 1))));
        claims.acknowledged(id("131"), "api-1");
        claims.cancelled(id("131"), "api-1", 1);
        claims.stock(new StockClaim("t1", id("151"), 10, "applied"));
    }

    /** The id of a row, e.g. {@code 121} for SKU S of the first tenant. */
    static String id(String digits) {
        return "00000000-0000-4000-8000-" + "0".repeat(12 - digits.length()) + digits;
    }

    /** Replaces every {@code '121'} of a statement by the id that it stands for. */
    static String ids(String sql) {
        return java.util.regex.Pattern.compile("'([12]\\d{1,2})'")
                .matcher(sql)
                .replaceAll(match -> "'" + id(match.group(1)) + "'");
    }

    /** Writes the rows. */
    void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into connector (id, descriptor, written_at) values ('sandbox', '{}', now())");
            for (String tenant : List.of("1", "2")) {
                statement.execute(ids(ROWS.replace("'$", "'" + tenant).replace("$", tenant)));
            }
        }
    }

    /** What partners were told; may be changed. */
    Claims claims() {
        return claims;
    }

    @Override
    public List<Shown> shown() {
        return shown;
    }

    @Override
    public List<Ordered> orders() {
        return orders;
    }
}
