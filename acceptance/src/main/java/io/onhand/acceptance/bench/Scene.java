package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.BaselineDatabase;
import io.onhand.acceptance.bench.stage.Backlog;
import io.onhand.acceptance.bench.stage.DatabaseServer;
import io.onhand.acceptance.bench.stage.Stage;
import io.onhand.acceptance.product.Installation;
import java.util.function.Consumer;

/**
 * All that a scenario works with.
 *
 * @param progress is told what is being done
 */
record Scene(
        Installation installation,
        DatabaseServer server,
        Stage stage,
        BaselineDatabase baseline,
        Backlog backlog,
        CpuTimes cpu,
        WarmUp warmUp,
        Pace pace,
        Size size,
        Consumer<String> progress) {}
