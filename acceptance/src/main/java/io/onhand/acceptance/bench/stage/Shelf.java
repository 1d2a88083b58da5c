package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * SKUs and their stock. SKUs are written to the database, since the API takes them one by one; stock is counted through the
 * API, so that the ledger knows where it came from.
 */
final class Shelf {
    /** Units of each SKU: more than all runs together sell. */
    private static final int UNITS = 1_000_000;

    /** The most that a count may say. */
    private static final int HOT_UNITS = 9_000_000;

    /** SKUs that everybody wants, one after the other: a run takes the one with the most units left. */
    private static final int HOT_SKUS = 10;

    private final DatabaseServer server;
    private final PartnerApi api;
    private final UUID tenant;
    private final Consumer<String> progress;

    Shelf(DatabaseServer server, PartnerApi api, String tenant, Consumer<String> progress) {
        this.server = server;
        this.api = api;
        this.tenant = UUID.fromString(tenant);
        this.progress = progress;
    }

    /** Makes SKUs up to that number, and the hot ones, with their stock. */
    void fill(int skus) throws SQLException {
        if (server.number("select count(*) from sku where tenant_id = ? and code like 'BENCH-%'", tenant)
                < skus + HOT_SKUS) {
            progress.accept("making " + skus + " SKUs");
            insert("'BENCH-' || lpad(n::text, 6, '0')", skus);
            insert("'BENCH-HOT-' || lpad(n::text, 2, '0')", HOT_SKUS);
            server.execute(DatabaseServer.PRODUCT, "analyze sku, sku_leaf");
        }
        List<String> empty =
                codes("not exists (select from stock_level l where l.tenant_id = s.tenant_id and l.sku_id = s.id)");
        if (!empty.isEmpty()) {
            progress.accept("counting the stock of " + empty.size() + " SKUs");
            Batches.of(empty, this::count);
            server.execute(DatabaseServer.PRODUCT, "analyze stock_level, stock_movement");
        }
    }

    private void insert(String code, int upTo) throws SQLException {
        server.update(
                "insert into sku (tenant_id, id, code, name, unit, created_at) select ?, gen_random_uuid(), " + code
                        + ", 'Bench ' || n, 'piece', now() from generate_series(1, ?) as s(n) on conflict do nothing",
                tenant,
                upTo);
        server.update("""
                insert into sku_leaf (tenant_id, sku_id, leaf_id, quantity) select s.tenant_id, s.id, s.id, 1 from sku s
                where s.tenant_id = ? and not exists (select from sku_leaf f where f.tenant_id = s.tenant_id and f.sku_id = s.id)
                """, tenant);
    }

    private void count(List<String> codes) {
        List<ObjectNode> levels = new ArrayList<>();
        for (String code : codes) {
            String id = UUID.nameUUIDFromBytes(("bench " + code).getBytes(StandardCharsets.UTF_8))
                    .toString();
            levels.add(Json.object()
                    .put("id", id)
                    .put("sku", code)
                    .put("location", Stage.LOCATION)
                    .put("quantity", code.startsWith("BENCH-HOT") ? HOT_UNITS : UNITS));
        }
        int refused = api.post("/stock/levels", Json.object().set("levels", Json.array(levels)))
                .expect(200)
                .path("refused")
                .asInt();
        if (refused > 0) {
            throw new IllegalStateException(refused + " of " + codes.size() + " counts were refused");
        }
    }

    /** Codes of SKUs that no listing of a channel is linked to. */
    List<String> unlisted(String channel) throws SQLException {
        return codes(
                "not exists (select from listing l where l.tenant_id = s.tenant_id and l.sku_id = s.id and l.channel_id = ?)",
                UUID.fromString(channel));
    }

    /** Codes of all SKUs. */
    List<String> all() throws SQLException {
        return codes("true");
    }

    private List<String> codes(String which, Object... values) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(tenant));
        all.addAll(List.of(values));
        List<String> codes = new ArrayList<>();
        try (Connection connection = server.connect(DatabaseServer.PRODUCT);
                PreparedStatement statement = DatabaseServer.prepare(
                        connection,
                        "select code from sku s where tenant_id = ? and code like 'BENCH-%' and " + which
                                + " order by code",
                        all.toArray());
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                codes.add(result.getString(1));
            }
        }
        return codes;
    }

    /** The hot SKU with the most units left. */
    String hottest() throws SQLException {
        return server.text("""
                select s.code from sku s join stock_level l on l.tenant_id = s.tenant_id and l.sku_id = s.id
                where s.tenant_id = ? and s.code like 'BENCH-HOT-%' order by l.on_hand - l.reserved desc limit 1""", tenant);
    }
}
