package io.onhand.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.bench.stage.Stage;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A large order file: how soon its preview can be looked at, and how soon it is committed. */
final class Import implements Scenario {
    private static final String CHANNEL = "Bench order files";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double MUST = 2_000;
    private static final double AIM = 10_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Figure> run(Scene scene) {
        PartnerApi api = scene.stage().api();
        String channel = channel(api);
        List<Double> previews = new ArrayList<>();
        List<Double> commits = new ArrayList<>();
        Map<String, Long> errors = new TreeMap<>();
        // The first file warms up.
        for (int round = 0; round <= scene.pace().rounds(); round++) {
            OrderFile file = OrderFile.of(scene.size().fileRows(), scene.stage().skus());
            long start = System.nanoTime();
            String path = "/imports/"
                    + api.upload(channel, "bench-" + round + ".xlsx", file.bytes(), OrderFile.PASSWORD)
                            .expect(202)
                            .path("id")
                            .asText();
            JsonNode preview = await(api, path, state -> !state.equals("uploaded"));
            double previewed = seconds(start);
            long commit = System.nanoTime();
            api.post(path + "/commit", null);
            JsonNode done = await(api, path, state -> !state.equals("previewed") && !state.equals("committing"));
            double committed = seconds(commit);
            if (preview.path("newRows").asInt() != file.rows()
                    || !done.path("state").asText().equals("committed")
                    || done.path("doneOrders").asInt() != file.orders()) {
                errors.merge(
                        "not all rows became orders: " + done.path("state").asText() + ", "
                                + preview.path("newRows").asInt() + " new rows, "
                                + done.path("doneOrders").asInt() + " orders, "
                                + done.path("error"),
                        1L,
                        Long::sum);
            }
            scene.backlog().drain();
            if (round > 0) {
                previews.add(file.rows() / previewed);
                commits.add(file.rows() / committed);
            }
            scene.progress()
                    .accept(String.format(
                            Locale.ROOT,
                            "import: round %d of %d: %,d rows, %,d bytes: preview %.1f s, commit %.1f s",
                            round,
                            scene.pace().rounds(),
                            file.rows(),
                            file.bytes().length,
                            previewed,
                            committed));
        }
        return List.of(figure("preview", previews, errors), figure("commit", commits, errors));
    }

    private Figure figure(String what, List<Double> rates, Map<String, Long> errors) {
        Series series = new Series(rates);
        return new Figure(
                name(),
                "import, " + what,
                "rows/s",
                series,
                List.of(Check.atLeast("rows/s", series, MUST, AIM)),
                Map.of(),
                Map.of(),
                Map.of(),
                errors);
    }

    private static JsonNode await(PartnerApi api, String path, Predicate<String> over) {
        return Until.holds(
                PATIENCE,
                () -> api.get(path).expect(200),
                run -> over.test(run.path("state").asText()));
    }

    private static String channel(PartnerApi api) {
        for (JsonNode channel : api.all("/channels")) {
            if (channel.path("name").asText().equals(CHANNEL)) {
                return channel.path("id").asText();
            }
        }
        ObjectNode channel = Json.object().put("connector", "order-file").put("name", CHANNEL);
        channel.putObject("settings").put("mall", "smartstore");
        channel.putObject("policy").set("network", Json.texts(Stage.LOCATION));
        return api.post("/channels", channel).expect(201).path("id").asText();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
