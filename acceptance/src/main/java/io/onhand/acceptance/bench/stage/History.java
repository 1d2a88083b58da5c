package io.onhand.acceptance.bench.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;

/** Orders of years past, written straight to the database ({@code bench/history.sql}): millions of them take minutes. */
public final class History {
    /** Orders in one transaction. */
    private static final int CHUNK = 50_000;

    private final DatabaseServer server;
    private final UUID tenant;
    private final String channel;
    private final Consumer<String> progress;

    /** Writes nothing yet. */
    public History(DatabaseServer server, Stage stage, Consumer<String> progress) throws SQLException {
        this.server = server;
        this.tenant = stage.tenantId();
        this.channel = stage.channelId();
        this.progress = progress;
    }

    /** Number of a past order, counted from 1; none of them has the beginning of another one. */
    public static String number(int order) {
        String text = Integer.toString(order);
        return "PAST-" + "0".repeat(9 - text.length()) + text;
    }

    /** Makes as many past orders as are missing to that number. */
    public void growTo(int orders) throws SQLException {
        String last = server.text(
                "select max(external_id) from sales_order where tenant_id = ? and starts_with(external_id, 'PAST-')",
                tenant);
        int there = last == null ? 0 : Integer.parseInt(last.substring("PAST-".length()));
        if (there >= orders) {
            return;
        }
        String script = script().replace(":tenant", tenant.toString())
                .replace(":channel", channel)
                .replace(":location", location(Stage.LOCATION))
                .replace(":customer", location("@customer"))
                .replace(":supplier", location("@supplier"));
        try (Connection connection = server.connect(DatabaseServer.PRODUCT);
                Statement statement = connection.createStatement()) {
            // Foreign keys are right by construction; checking them one by one would take most of the time.
            statement.execute("set session_replication_role = replica");
            connection.setAutoCommit(false);
            for (int from = there + 1; from <= orders; from += CHUNK) {
                int to = Math.min(orders, from + CHUNK - 1);
                statement.execute(
                        script.replace(":from", Integer.toString(from)).replace(":to", Integer.toString(to)));
                connection.commit();
                progress.accept("history: " + to + " of " + orders + " orders");
            }
        }
        server.execute(DatabaseServer.PRODUCT, "vacuum analyze");
    }

    private String location(String code) throws SQLException {
        return server.text("select id from location where tenant_id = ? and code = ?", tenant, code);
    }

    private static String script() {
        try (InputStream stream = History.class.getResourceAsStream("/bench/history.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
