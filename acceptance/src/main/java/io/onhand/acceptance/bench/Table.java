package io.onhand.acceptance.bench;

import io.onhand.acceptance.product.Console;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures for people. */
final class Table {
    private final Console console;

    Table(Console console) {
        this.console = console;
    }

    void show(List<Figure> figures) {
        console.say("");
        console.say(row("", "ours", "compared with", "", "ratio", "must", "aim", ""));
        for (Figure figure : figures) {
            show(figure);
        }
        console.say("");
        figures.stream().filter(figure -> !figure.cpu().isEmpty()).forEach(this::cpu);
        figures.stream()
                .filter(figure -> !figure.latency().isEmpty() || !figure.notes().isEmpty())
                .forEach(this::rest);
    }

    private void show(Figure figure) {
        String name = figure.name();
        String ours = number(figure.ours().median()) + " " + figure.unit();
        for (Check check : figure.checks()) {
            console.say(row(
                    name,
                    ours,
                    check.what(),
                    check.baseline() == null ? "" : number(check.baseline().median()),
                    check.value() == null ? "-" : number(check.value().median()),
                    limit(check.must(), check),
                    limit(check.aim(), check),
                    check.verdict().words() + spread(check)));
            name = "";
            ours = "";
        }
        if (figure.checks().isEmpty()) {
            console.say(row(name, ours, "", "", "", "", "", ""));
        }
        figure.errors().forEach((kind, count) -> console.say("  WRONG ANSWERS: " + count + " × " + kind));
    }

    private static String spread(Check check) {
        return check.value() == null || check.value().rounds().size() < 2
                ? ""
                : "  (" + number(check.value().min()) + " to "
                        + number(check.value().max()) + ")";
    }

    private static String limit(Double value, Check check) {
        return value == null ? "" : (check.atMost() ? "<= " : ">= ") + number(value);
    }

    private void cpu(Figure figure) {
        console.say("  processor seconds for 1,000 " + figure.counted() + " (" + figure.name() + "): "
                + figure.cpu().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private void rest(Figure figure) {
        String latency = figure.latency().entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()) + " ms")
                .collect(Collectors.joining(", "));
        String notes = figure.notes().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String both = latency.isEmpty() || notes.isEmpty() ? latency + notes : latency + "; " + notes;
        console.say("  " + figure.name() + ": " + both);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-56s %22s  %-28s %10s %8s %9s %9s  %s", (Object[]) cells)
                .stripTrailing();
    }
}
