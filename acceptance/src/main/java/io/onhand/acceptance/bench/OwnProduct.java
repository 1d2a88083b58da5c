package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.BaselineDatabase;
import io.onhand.acceptance.bench.stage.Backlog;
import io.onhand.acceptance.bench.stage.DatabaseServer;
import io.onhand.acceptance.bench.stage.Stage;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Launch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** A scene at a product that a scenario started for itself. */
final class OwnProduct implements AutoCloseable {
    private final Scene scene;

    private OwnProduct(Scene scene) {
        this.scene = scene;
    }

    /** A product of one's own, beside the running one; it starts nothing yet. */
    static Launch launch(Installation beside) {
        Path data = beside.data().orElseThrow(() -> new IllegalStateException("the product must run on this machine"));
        return new Launch(data.resolve("bench"), data.resolve("logs/bench-launcher.log"), Map.of());
    }

    /** The stage of such a product. */
    static OwnProduct open(Scene outer, Installation own, int skus) throws SQLException {
        DatabaseServer server = new DatabaseServer(own);
        return new OwnProduct(new Scene(
                own,
                server,
                new Stage(own, server, outer.progress()).prepare(skus),
                new BaselineDatabase(server, skus),
                new Backlog(server),
                new CpuTimes(own),
                new WarmUp(outer.pace(), outer.progress()),
                outer.pace(),
                outer.size(),
                outer.progress()));
    }

    Scene scene() {
        return scene;
    }

    @Override
    public void close() throws SQLException {
        scene.backlog().close();
        scene.baseline().close();
    }
}
