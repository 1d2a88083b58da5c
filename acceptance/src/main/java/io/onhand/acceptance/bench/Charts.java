package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.chart.Bars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures as pictures: what was reached, how long it took, and where the processor time went. */
final class Charts {
    private static final List<String> PROCESSES = List.of("database", "server", "sandbox", "keycloak", "client");

    /** Scenarios whose processor time is not that of single orders, levels or reads. */
    private static final List<String> ELSEWHERE = List.of("growth", "propagation");

    private Charts() {}

    /** Draws everything that there are figures for; what an earlier run drew of others stays. */
    static void draw(Path folder, List<Figure> figures) {
        Bars ratios = new Bars(
                "Compared with the bare database, in the same run",
                "ratio; line: spread of the rounds; red: must be reached; green: aim");
        Bars times = new Bars(
                "How long it takes, as a part of what is allowed",
                "1 is the limit; line: spread of the rounds; green: aim");
        Bars growth =
                new Bars("What is left of a figure when there is much more", "ratio; red: must be reached; green: aim");
        Bars processor = new Bars("Where the processor time goes", "milliseconds each");
        for (Figure figure : figures) {
            for (Check check : figure.checks()) {
                if (check.value() == null) {
                    continue;
                }
                boolean kept = figure.scenario().equals("growth") && check.must() != null;
                if (check.atMost() && check.must() != null && check.must() > 0) {
                    times.add(bar(figure.name(), check, 1 / check.must()));
                } else if (kept) {
                    growth.add(bar(figure.name().replace("growth, ", "") + ", " + check.what(), check, 1));
                } else if (check.baseline() != null && !figure.scenario().equals("growth")) {
                    ratios.add(bar(figure.name() + ": " + check.what(), check, 1));
                }
            }
            if (ELSEWHERE.stream().noneMatch(figure.scenario()::equals)
                    && !figure.cpu().isEmpty()) {
                processor.add(processor(figure));
            }
        }
        write(folder.resolve("ratios.svg"), ratios);
        write(folder.resolve("times.svg"), times);
        write(folder.resolve("growth.svg"), growth);
        write(folder.resolve("processor.svg"), processor);
    }

    private static Bars.Bar bar(String name, Check check, double factor) {
        Series value = check.value().times(factor);
        return Bars.Bar.of(
                name,
                value.median(),
                value.min(),
                value.max(),
                check.must() == null ? null : check.must() * factor,
                check.aim() == null ? null : check.aim() * factor);
    }

    /** Seconds for a thousand are milliseconds for each. */
    private static Bars.Bar processor(Figure figure) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String process : PROCESSES) {
            parts.put(process, figure.cpu().getOrDefault(process, 0.0));
        }
        return new Bars.Bar(figure.name(), parts, null, null, null, null);
    }

    private static void write(Path file, Bars bars) {
        if (bars.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, bars.draw());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
