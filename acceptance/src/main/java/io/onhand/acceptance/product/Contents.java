package io.onhand.acceptance.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that was in some tables at one moment: for each how many rows, and a digest of them that does not depend on
 * their order.
 *
 * @param tables what is in each table, by its name
 */
public record Contents(Map<String, String> tables) {
    /**
     * What is in all tables of a database.
     *
     * @param except tables that change by themselves
     */
    public static Contents of(Superuser database, Collection<String> except) {
        List<String> tables =
                database.texts("select format('%I', tablename) from pg_tables where schemaname = 'public'");
        tables.removeAll(except);
        return read(database, question(tables, "t::text", "true"));
    }

    /**
     * The question to which {@link #read} reads the answer: prepared once, asked often.
     *
     * @param tables in quotes where they need them
     * @param row what counts of a row {@code t}, an SQL expression of type text
     * @param which rows, an SQL condition
     */
    public static String question(Collection<String> tables, String row, String which) {
        return String.join(
                " union all ",
                tables.stream()
                        .map(table ->
                                "select '" + table + " ' || count(*) || ' rows, ' || coalesce(sum(hashtextextended("
                                        + row + ", 0)), 0) from " + table + " t where " + which)
                        .toList());
    }

    /** What is there now, as a {@link #question} asks. */
    public static Contents read(Superuser database, String question) {
        Map<String, String> tables = new TreeMap<>();
        for (String line : database.texts(question)) {
            tables.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return new Contents(tables);
    }

    /** The tables that differ, with what was in them and what is now. */
    public List<String> changes(Contents now) {
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(now.tables.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(tables.get(name), now.tables.get(name)))
                .map(name -> name + ": " + tables.get(name) + " -> " + now.tables.get(name))
                .toList();
    }
}
