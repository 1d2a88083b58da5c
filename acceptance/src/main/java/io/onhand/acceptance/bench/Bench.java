package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.baseline.BaselineDatabase;
import io.onhand.acceptance.bench.stage.Backlog;
import io.onhand.acceptance.bench.stage.DatabaseServer;
import io.onhand.acceptance.bench.stage.Stage;
import io.onhand.acceptance.product.Console;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code ./onhand bench}: how fast the running product is, compared in the same run with the least that the same work costs
 * on the same database. Loads come from this process over real HTTP with real tokens.
 */
public final class Bench {
    private static final List<Scenario> SCENARIOS = List.of(
            new Capture(),
            new CaptureHot(),
            new Bulk(),
            new StockLevels(),
            new Availability(),
            new Propagation(),
            new Sweep(),
            new Import(),
            new Start(),
            new Growth());

    private final Installation installation;
    private final Consumer<String> progress;

    private Bench(Installation installation, Consumer<String> progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * Exits with 0 when everything reached what it must, with 1 when something did not or an answer was wrong, with 2 when
     * it could not run.
     *
     * @param arguments as {@link BenchOptions} takes them
     */
    public static void main(String[] arguments) {
        Console console = new Console();
        int exit = run(List.of(arguments), console);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(List<String> arguments, Console console) {
        try {
            BenchOptions options = BenchOptions.parse(arguments);
            Instant start = Instant.now();
            List<Figure> figures = new Bench(Installation.ofCommand(), console::say)
                    .measure(wanted(options.scenarios()), options.size(), options.pace());
            new Table(console).show(figures);
            if (options.json() != null) {
                ResultFile.write(options.json(), options, start, figures);
            }
            if (options.charts() != null) {
                Charts.draw(options.charts(), figures);
            }
            return figures.stream().allMatch(Figure::passed) ? 0 : 1;
        } catch (SQLException
                | IllegalArgumentException
                | IllegalStateException
                | Installation.NotThere
                | UnexpectedAnswer
                | UncheckedIOException e) {
            console.fail(e.getMessage());
            return 2;
        }
    }

    /**
     * Lets every scenario run as shortly as can be: whether it works, not how fast it is. But for the start of a product
     * of its own: whoever calls this has just seen one start.
     *
     * @return what went wrong, nothing when everything works
     */
    public static List<String> problems(Installation installation, Consumer<String> progress) throws SQLException {
        List<String> problems = new ArrayList<>();
        List<Scenario> running = SCENARIOS.stream()
                .filter(scenario -> !(scenario instanceof Start))
                .toList();
        for (Figure figure : new Bench(installation, progress).measure(running, Size.check(), Pace.check())) {
            if (figure.ours().median() <= 0) {
                problems.add(figure.name() + ": nothing was done");
            }
            figure.errors().forEach((kind, count) -> problems.add(figure.name() + ": " + count + " × " + kind));
        }
        return problems;
    }

    private static List<Scenario> wanted(List<String> names) {
        List<String> known = SCENARIOS.stream().map(Scenario::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no scenario " + name + "; there are " + String.join(", ", known));
            }
        }
        return SCENARIOS.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private List<Figure> measure(List<Scenario> scenarios, Size size, Pace pace) throws SQLException {
        DatabaseServer server = new DatabaseServer(installation);
        Stage stage = new Stage(installation, server, progress).prepare(size.skus());
        List<Figure> figures = new ArrayList<>();
        try (BaselineDatabase baseline = new BaselineDatabase(server, size.skus());
                Backlog backlog = new Backlog(server)) {
            Scene scene = new Scene(
                    installation,
                    server,
                    stage,
                    baseline,
                    backlog,
                    new CpuTimes(installation),
                    new WarmUp(pace, progress),
                    pace,
                    size,
                    progress);
            for (Scenario scenario : scenarios) {
                figures.addAll(scenario.run(scene));
            }
        }
        return figures;
    }
}
