package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.OneOrder;
import io.onhand.acceptance.bench.baseline.OneRead;
import io.onhand.acceptance.bench.load.Act;
import io.onhand.acceptance.bench.stage.History;
import io.onhand.acceptance.bench.stage.Neighbours;
import io.onhand.acceptance.product.Launch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of the figures when there is much: years of orders, many tenants, one of them with nine tenths of the load.
 * In a product of its own, beside the running one, since nothing of it could be taken back. Each figure is taken relative to
 * its baseline at the same moment, so that only the product's own growth shows.
 */
final class Growth implements Scenario {
    private static final int CLIENTS = 16;
    private static final double MUST = 0.85;
    private static final double AIM = 0.95;
    private static final int MOST_SKUS = 10_000;

    /** One thing that is measured again and again. */
    private record Probe(String name, String unit, Act.Cast ours, Act.Cast baseline) {}

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Figure> run(Scene scene) throws SQLException {
        if (!scene.size().apart()) {
            return measure(scene);
        }
        Launch launch = OwnProduct.launch(scene.installation());
        try (OwnProduct product = OwnProduct.open(
                scene, launch.start(), Math.min(MOST_SKUS, scene.size().skus()))) {
            return measure(product.scene());
        } finally {
            launch.stop();
        }
    }

    private List<Figure> measure(Scene scene) throws SQLException {
        Size size = scene.size();
        History history = new History(scene.server(), scene.stage(), scene.progress());
        Neighbours neighbours = new Neighbours(scene.installation(), scene.server(), scene.progress());
        neighbours.admit();
        history.growTo(size.history());
        List<Probe> probes = probes(scene, Map.of());
        List<Figure> little = figures(scene, probes, "at " + count(size.history()) + " orders");
        history.growTo(size.longHistory());
        List<Figure> much = figures(scene, probes, "at " + count(size.longHistory()) + " orders");
        Map<String, String> others = neighbours.settle(size.tenants() - 1);
        List<Figure> many = figures(
                scene, probes(scene, others), "with " + count(size.tenants()) + " tenants, 90 % of the load on one");
        List<Figure> figures = new ArrayList<>(little);
        figures.addAll(compared(much, little, "at " + count(size.history()) + " orders"));
        figures.addAll(compared(many, much, "with one tenant"));
        return figures;
    }

    private List<Probe> probes(Scene scene, Map<String, String> others) {
        Act.Cast read = client -> new OneRead(scene.baseline());
        return List.of(
                new Probe(
                        "capture",
                        "orders/s",
                        client -> new ManyTenantsOrder(scene, others),
                        client -> new OneOrder(scene.baseline(), false)),
                new Probe("availability", "reads/s", client -> new AvailabilityRead(scene, 1), read),
                new Probe("order list", "reads/s", client -> new OrderRead(scene, 0), read),
                new Probe(
                        "order search",
                        "reads/s",
                        client -> new OrderRead(scene, scene.size().history()),
                        read));
    }

    private List<Figure> figures(Scene scene, List<Probe> probes, String when) {
        return probes.stream()
                .map(probe -> new Throughput(scene, name(), probe.unit())
                        .measure(
                                Work.mass("growth, " + probe.name() + " " + when, CLIENTS, probe.ours()),
                                List.of(new Rival("baseline", CLIENTS, probe.baseline(), false, null, null))))
                .toList();
    }

    /** The later figures with what the earlier ones were; in the same order. */
    private static List<Figure> compared(List<Figure> later, List<Figure> earlier, String when) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            Figure now = later.get(i);
            Series before = earlier.get(i).checks().get(0).value();
            Series ratio = now.checks().get(0).value();
            Check kept = new Check(
                    "of that " + when, earlier.get(i).ours(), ratio.times(1 / before.median()), MUST, AIM, false);
            figures.add(new Figure(
                    now.scenario(),
                    now.name(),
                    now.unit(),
                    now.ours(),
                    List.of(now.checks().get(0), kept),
                    now.latency(),
                    now.cpu(),
                    now.notes(),
                    now.errors()));
        }
        return figures;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
