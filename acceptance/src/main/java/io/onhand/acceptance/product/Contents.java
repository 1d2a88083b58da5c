package io.onhand.acceptance.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that was in a database at one moment: for each table how many rows, and a digest of them that does not depend
 * on their order.
 *
 * @param tables what is in each table, by its name
 */
public record Contents(Map<String, String> tables) {
    /**
     * Looks now.
     *
     * @param except tables that change by themselves
     */
    public static Contents of(Superuser database, Collection<String> except) {
        List<String> parts = new ArrayList<>();
        for (String table : database.texts(
                "select format('%I', tablename) from pg_tables where schemaname = 'public' order by tablename")) {
            if (!except.contains(table)) {
                parts.add("select '" + table
                        + " ' || count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table
                        + " t");
            }
        }
        Map<String, String> tables = new TreeMap<>();
        for (String line : database.texts(String.join(" union all ", parts))) {
            tables.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return new Contents(tables);
    }

    /** What is in the tables that differ: before and now. */
    public List<String> changes(Contents now) {
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(now.tables.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(tables.get(name), now.tables.get(name)))
                .map(name -> name + ": " + tables.get(name) + " -> " + now.tables.get(name))
                .toList();
    }
}
