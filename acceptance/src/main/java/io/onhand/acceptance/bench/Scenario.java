package io.onhand.acceptance.bench;

import java.sql.SQLException;
import java.util.List;

/** One part of the benchmark. */
interface Scenario {
    /** What it is called on the command line. */
    String name();

    /** Measures. */
    List<Figure> run(Scene scene) throws SQLException;
}
