package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whatever is named is there, in the same tenant. Not every reference is a foreign key; columns are known by their names, in
 * every table that has them.
 */
record ReferenceCheck() implements Check {
    /** The last words of a column's name, and the table that it names a row of. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "sku_id", "sku",
            "leaf_id", "sku",
            "bundle_id", "sku",
            "component_id", "sku",
            "location_id", "location",
            "channel_id", "channel",
            "listing_id", "listing",
            "order_id", "sales_order",
            "line_id", "order_line",
            "import_id", "import_run"));

    private static final String COLUMNS = """
            select c.table_name, c.column_name from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public' and c.udt_name = 'uuid' order by c.table_name, c.column_name""";

    private record Column(String table, String name) {
        String target() {
            return TABLES.entrySet().stream()
                    .filter(entry -> name.equals(entry.getKey()) || name.endsWith("_" + entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        String dangling() {
            return "select '" + table + "." + name + " ' || r." + name + " || ' leads nowhere' as words from " + table
                    + " r left join " + target() + " t on t.tenant_id = r.tenant_id and t.id = r." + name + " where r."
                    + name + " is not null and t.id is null";
        }
    }

    @Override
    public String name() {
        return "references-lead-somewhere";
    }

    @Override
    public Moment moment() {
        return Moment.ALWAYS;
    }

    @Override
    public List<String> find(Evidence evidence) throws SQLException {
        String all = evidence.rows(COLUMNS, row -> new Column(row.getString(1), row.getString(2))).stream()
                .filter(column -> column.target() != null)
                .map(Column::dangling)
                .collect(Collectors.joining(" union all "));
        return evidence.rows(
                "select words from (" + all + ") as found order by words limit " + MOST, row -> row.getString(1));
    }
}
