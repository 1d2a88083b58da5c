package io.onhand.imports;

import static io.onhand.tenant.Columns.column;

import io.onhand.order.Accepted;
import io.onhand.tenant.Json;
import io.onhand.tenant.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The rows and orders of one import on their way to the database. */
final class ImportRows {
    private static final int WRITE_AT_ONCE = 1000;

    private final TenantScope scope;
    private final UUID importId;
    private final List<RowToWrite> rows = new ArrayList<>();
    private final List<OrderToWrite> orders = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    ImportRows(TenantScope scope, UUID importId) {
        this.scope = scope;
        this.importId = importId;
    }

    /** @param order its position among the orders; null for a row that is in none */
    private record RowToWrite(
            ReadFile.Row row,
            Integer order,
            String externalId,
            String outcome,
            String code,
            String column,
            String message) {}

    private record OrderToWrite(int position, ReadFile.FileOrder order, String outcome) {}

    void add(ReadFile.FileOrder order, Accepted foreseen) {
        String externalId = order.order().externalId();
        boolean refused = foreseen.outcome() == Accepted.Outcome.REFUSED;
        for (ReadFile.Row row : order.rows())
            add(new RowToWrite(
                    row,
                    refused ? null : orders.size(),
                    externalId,
                    outcome(foreseen),
                    refused ? foreseen.refusal().code() : null,
                    refused ? foreseen.refusal().field() : null,
                    refused ? foreseen.refusal().getMessage() : null));
        if (!refused) orders.add(new OrderToWrite(orders.size(), order, outcome(foreseen)));
    }

    void add(ReadFile.RejectedRow rejected) {
        add(new RowToWrite(
                rejected.row(), null, null, "rejected", rejected.code(), rejected.column(), rejected.message()));
    }

    private void add(RowToWrite row) {
        rows.add(row);
        counts.merge(row.outcome(), 1, Integer::sum);
    }

    static String outcome(Accepted result) {
        return result.outcome() == Accepted.Outcome.REFUSED
                ? "rejected"
                : result.outcome().name().toLowerCase(Locale.ROOT);
    }

    int read() {
        return rows.size();
    }

    int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int orders() {
        return orders.size();
    }

    void write() {
        for (int i = 0; i < rows.size(); i += WRITE_AT_ONCE)
            writeRows(rows.subList(i, Math.min(rows.size(), i + WRITE_AT_ONCE)));
        for (int i = 0; i < orders.size(); i += WRITE_AT_ONCE)
            writeOrders(orders.subList(i, Math.min(orders.size(), i + WRITE_AT_ONCE)));
    }

    private void writeRows(List<RowToWrite> part) {
        scope.sql()
                .update(
                        """
                        insert into import_row (tenant_id, import_id, row_number, cells, order_position, external_id, outcome, code, column_name, message)
                        select ?, ?, r.number, array(select json_array_elements_text(r.cells::json)), r.order_position, r.external_id, r.outcome, r.code, r.column_name, r.message
                        from unnest(?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                          as r(number, cells, order_position, external_id, outcome, code, column_name, message)""",
                        scope.tenant(),
                        importId,
                        column(part, row -> row.row().number(), Integer[]::new),
                        column(part, row -> Json.write(row.row().cells()), String[]::new),
                        column(part, RowToWrite::order, Integer[]::new),
                        column(part, RowToWrite::externalId, String[]::new),
                        column(part, RowToWrite::outcome, String[]::new),
                        column(part, RowToWrite::code, String[]::new),
                        column(part, RowToWrite::column, String[]::new),
                        column(part, RowToWrite::message, String[]::new));
    }

    private void writeOrders(List<OrderToWrite> part) {
        scope.sql()
                .update(
                        """
                        insert into import_order (tenant_id, import_id, position, external_id, message, outcome)
                        select ?, ?, o.position, o.external_id, o.message::jsonb, o.outcome
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as o(position, external_id, message, outcome)""",
                        scope.tenant(),
                        importId,
                        column(part, OrderToWrite::position, Integer[]::new),
                        column(part, order -> order.order().order().externalId(), String[]::new),
                        column(part, order -> Json.write(order.order().order()), String[]::new),
                        column(part, OrderToWrite::outcome, String[]::new));
    }
}
