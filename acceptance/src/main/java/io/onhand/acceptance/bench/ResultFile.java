package io.onhand.acceptance.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onhand.acceptance.product.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Figures for programs. */
final class ResultFile {
    private ResultFile() {}

    static void write(Path file, BenchOptions options, Instant start, List<Figure> figures) {
        ObjectNode result = Json.object()
                .put("start", start.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("end", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("rounds", options.pace().rounds())
                .put("roundSeconds", options.pace().round().toMillis() / 1_000.0)
                .put("skus", options.size().skus())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", System.getProperty("java.version"))
                .put("passed", figures.stream().allMatch(Figure::passed));
        ArrayNode list = result.putArray("figures");
        figures.forEach(figure -> list.add(json(figure)));
        try {
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static ObjectNode json(Figure figure) {
        ObjectNode json = Json.object()
                .put("scenario", figure.scenario())
                .put("name", figure.name())
                .put("unit", figure.unit())
                .put("passed", figure.passed());
        json.set("ours", json(figure.ours()));
        ArrayNode checks = json.putArray("checks");
        for (Check check : figure.checks()) {
            ObjectNode one = checks.addObject().put("what", check.what());
            one.set("baseline", json(check.baseline()));
            one.set("value", json(check.value()));
            one.put("must", check.must())
                    .put("aim", check.aim())
                    .put("atMost", check.atMost())
                    .put("verdict", check.verdict().name().toLowerCase(java.util.Locale.ROOT));
        }
        json.set("latencyMs", Json.MAPPER.valueToTree(figure.latency()));
        json.set("cpuSecondsPerThousand", Json.MAPPER.valueToTree(figure.cpu()));
        json.set("notes", Json.MAPPER.valueToTree(figure.notes()));
        json.set("errors", Json.MAPPER.valueToTree(figure.errors()));
        return json;
    }

    private static ObjectNode json(Series series) {
        if (series == null) {
            return null;
        }
        ObjectNode json = Json.object()
                .put("median", series.median())
                .put("min", series.min())
                .put("max", series.max());
        ArrayNode rounds = json.putArray("rounds");
        series.rounds().forEach(rounds::add);
        return json;
    }
}
