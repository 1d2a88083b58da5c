package io.onhand.acceptance.bench.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import java.nio.charset.StandardCharsets;
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
    private static final String INSERT_SKUS = """
            insert into sku (tenant_id, id, code, name, unit, created_at)
            select ?, uuidv7(), ? || lpad(n::text, ?, '0'), 'Bench ' || n, 'piece', now()
            from generate_series(1, ?) as s(n) on conflict do nothing""";

    private final DatabaseServer server;
    private final PartnerApi api;
    private final UUID tenant;
    private final Consumer<String> progress;

    Shelf(DatabaseServer server, PartnerApi api, UUID tenant, Consumer<String> progress) {
        this.server = server;
        this.api = api;
        this.tenant = tenant;
        this.progress = progress;
    }

    /**
     * Makes SKUs of a kind up to that number, with their stock.
     *
     * @return whether any was missing
     */
    boolean fill(Goods goods, int upTo) throws SQLException {
        boolean missing = server.number(
                        "select count(*) from sku where tenant_id = ? and starts_with(code, ?)", tenant, goods.prefix())
                < upTo;
        if (missing) {
            progress.accept("making " + upTo + " SKUs " + goods.sku(1) + " and on");
            server.update(INSERT_SKUS, tenant, goods.prefix(), goods.digits(), upTo);
            server.execute(DatabaseServer.PRODUCT, "analyze sku");
        }
        List<String> empty = codes(
                goods, "not exists (select from stock_level l where l.tenant_id = s.tenant_id and l.sku_id = s.id)");
        if (!empty.isEmpty()) {
            progress.accept("counting the stock of " + empty.size() + " SKUs");
            Batches.of(empty, batch -> count(goods, batch));
            server.execute(DatabaseServer.PRODUCT, "analyze stock_level, stock_movement");
        }
        return missing;
    }

    private void count(Goods goods, List<String> codes) {
        List<ObjectNode> levels = new ArrayList<>();
        for (String code : codes) {
            String id = UUID.nameUUIDFromBytes(("bench " + code).getBytes(StandardCharsets.UTF_8))
                    .toString();
            levels.add(Json.object()
                    .put("id", id)
                    .put("sku", code)
                    .put("location", Stage.LOCATION)
                    .put("quantity", goods.units()));
        }
        int refused = api.post("/stock/levels", Json.object().set("levels", Json.array(levels)))
                .expect(200)
                .path("refused")
                .asInt();
        if (refused > 0) {
            throw new IllegalStateException(refused + " of " + codes.size() + " counts were refused");
        }
    }

    /** Codes of SKUs of a kind that no listing of a channel is linked to. */
    List<String> unlisted(Goods goods, UUID channel) throws SQLException {
        return codes(
                goods,
                "not exists (select from listing l where l.tenant_id = s.tenant_id and l.sku_id = s.id and l.channel_id = ?)",
                channel);
    }

    /** Codes of all SKUs of a kind. */
    List<String> all(Goods goods) throws SQLException {
        return codes(goods, "true");
    }

    private List<String> codes(Goods goods, String which, Object... values) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(tenant, goods.prefix()));
        all.addAll(List.of(values));
        return server.texts(
                "select code from sku s where tenant_id = ? and starts_with(code, ?) and " + which + " order by code",
                all.toArray());
    }

    /** The hot SKU with the most units left. */
    String hottest() throws SQLException {
        return server.text("""
                select s.code from sku s join stock_level l on l.tenant_id = s.tenant_id and l.sku_id = s.id
                where s.tenant_id = ? and starts_with(s.code, ?) order by l.on_hand - l.reserved desc, s.code limit 1""", tenant, Goods.HOT.prefix());
    }
}
