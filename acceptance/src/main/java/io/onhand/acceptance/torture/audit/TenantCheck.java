package io.onhand.acceptance.torture.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No row of one tenant names a thing of another. Every id in every column of every table is looked up among all ids of all
 * tenants, whether a foreign key guards it or not; the tables are asked for, so that one added tomorrow is looked at too.
 */
record TenantCheck() implements Check {
    private static final String COLUMNS = """
            select c.table_name as of_table, c.column_name as of_column, c.udt_name = '_uuid' as is_list,
              exists (select from information_schema.columns t where t.table_schema = 'public' and t.table_name = c.table_name
                and t.column_name = 'tenant_id') as has_tenant
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public' and c.udt_name in ('uuid', '_uuid') and c.column_name <> 'tenant_id'
            order by c.table_name, c.column_name""";

    private record Column(String table, String name, boolean isList, boolean hasTenant) {
        boolean isId() {
            return name.equals("id");
        }

        String select(String what) {
            String value = isList ? "unnest(" + name + ")" : name;
            return "select tenant_id, " + value + " as id" + what + " from " + table + " where " + name
                    + " is not null";
        }
    }

    @Override
    public String name() {
        return "tenants-are-apart";
    }

    @Override
    public Moment moment() {
        return Moment.ALWAYS;
    }

    @Override
    public List<String> find(Evidence evidence) throws SQLException {
        List<Column> columns = evidence.rows(
                COLUMNS, row -> new Column(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)));
        List<String> found = new ArrayList<>();
        columns.stream()
                .filter(column -> !column.hasTenant())
                .forEach(column -> found.add("table " + column.table() + " has ids, but no tenant"));
        List<String> owned = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Column column : columns) {
            if (column.hasTenant() && column.isId()) {
                owned.add(column.select(""));
            }
            if (column.hasTenant()) {
                named.add(column.select(", '" + column.table() + "." + column.name() + "' as at"));
            }
        }
        found.addAll(evidence.rows(
                "with owned as materialized (" + String.join(" union all ", owned) + "), named as materialized ("
                        + String.join(" union all ", named)
                        + ") select format('%s %s of tenant %s is of tenant %s', n.at, n.id, n.tenant_id, o.tenant_id)"
                        + " from named n join owned o on o.id = n.id and o.tenant_id <> n.tenant_id order by 1 limit "
                        + MOST,
                row -> row.getString(1)));
        return found;
    }
}
