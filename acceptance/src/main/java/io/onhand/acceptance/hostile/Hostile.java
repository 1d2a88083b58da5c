package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Console;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./onhand hostile}: thousands of requests that nobody means well, to every operation of the API of a tenant of its
 * own. None may be answered with 5xx or not at all, each refusal must be a problem that names its field, and must have
 * changed nothing.
 */
public final class Hostile {
    private static final int REPORT_EVERY = 1_000;

    private Hostile() {}

    /**
     * Exits with 0 when nothing was found, with 1 and what was found on the error stream, with 2 when it could not be done.
     *
     * @param arguments {@code --requests N}, {@code --seed S}
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
            Options options = Options.of(arguments);
            Instant start = Instant.now();
            Findings findings = new Campaign(Installation.ofCommand(), options.seed())
                    .run(options.requests(), number -> progress(number, console));
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            console.say(String.format(
                    Locale.ROOT,
                    "%,d requests with seed %d in %d s; answers by status: %s",
                    options.requests(),
                    options.seed(),
                    seconds,
                    findings.statuses()));
            List<String> problems = findings.problems();
            problems.forEach(console::fail);
            console.say(problems.isEmpty() ? "nothing found" : problems.size() + " kinds of faults");
            return problems.isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException | Installation.NotThere | UnexpectedAnswer | UncheckedIOException e) {
            console.fail(e.getMessage());
            return 2;
        }
    }

    private static void progress(int number, Console console) {
        if (number > 0 && number % REPORT_EVERY == 0) {
            console.say(String.format(Locale.ROOT, "  %,d sent", number));
        }
    }
}
