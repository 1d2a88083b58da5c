package io.onhand.acceptance.race;

import com.fasterxml.jackson.databind.JsonNode;
import io.onhand.acceptance.product.Console;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.UnexpectedAnswer;
import io.onhand.acceptance.product.Until;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./onhand race}: a thousand buyers on ten channels order one unit each, all at once, where there are five hundred.
 * Exactly five hundred must be held and the others refused by policy, with a ledger that balances.
 */
public final class Race {
    /** Who order. */
    public static final int BUYERS = 1_000;

    /** What there is. */
    public static final int UNITS = 500;

    private static final int CONNECTIONS = 64;

    /** How long the channels may take to show that nothing is left. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PartnerApi api;
    private final CourseBuilder builder;

    /** A race at an installation with the demo data. */
    public Race(Installation installation) {
        this.api = new PartnerApi(installation.url(), new Tokens(installation.keycloakUrl()).supplier("demo-partner"));
        this.builder = new CourseBuilder(api, installation);
    }

    /**
     * Exits with 0 when the race was fair, with 1 and what was wrong on the error stream when not, with 2 when it could
     * not be held.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Console console = new Console();
        int exit = run(List.of(arguments), console);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(List<String> arguments, Console console) {
        if (!arguments.isEmpty()) {
            console.fail("race takes no options, not " + arguments);
            return 2;
        }
        try {
            Finish finish = new Race(Installation.ofCommand()).hold();
            report(finish, console);
            return finish.problems().isEmpty() ? 0 : 1;
        } catch (Installation.NotThere | UnexpectedAnswer | UncheckedIOException e) {
            console.fail(e.getMessage());
            return 2;
        }
    }

    private static void report(Finish finish, Console console) {
        double seconds = finish.took().toMillis() / 1000.0;
        say(
                console,
                "%,d orders for %d units of %s over %d channels, %d connections",
                BUYERS,
                finish.units(),
                finish.sku(),
                CourseBuilder.LANES,
                CONNECTIONS);
        finish.counts().forEach((what, count) -> say(console, "  %-10s %,5d", what, count));
        say(console, "  ledger     on hand %d, reserved %d", finish.onHand(), finish.reserved());
        say(console, "  shops show %s", finish.shown());
        say(
                console,
                "  %.1f s, %.0f orders/s, answered within %d ms (half), %d ms (99 of 100)",
                seconds,
                BUYERS / seconds,
                finish.latency(0.5).toMillis(),
                finish.latency(0.99).toMillis());
        say(console, finish.problems().isEmpty() ? "  fair" : "  WRONG");
        finish.problems().forEach(console::fail);
    }

    private static void say(Console console, String format, Object... values) {
        console.say(String.format(Locale.ROOT, format, values));
    }

    /** Holds a race and returns what is wrong with it, nothing when it was fair. */
    public List<String> problems() {
        return hold().problems();
    }

    private Finish hold() {
        Course course = builder.build(UNITS);
        builder.open(course);
        try {
            Instant start = Instant.now();
            List<Reply> replies = new Crowd(api, CONNECTIONS).order(course, BUYERS);
            Duration took = Duration.between(start, Instant.now());
            List<Integer> shown = Until.holds(PATIENCE, () -> shown(course), Race::nothingLeft);
            JsonNode level = api.get("/stock/levels/" + Http.encode(course.sku()))
                    .expect(200)
                    .path("items")
                    .path(0);
            return new Finish(
                    course.sku(),
                    UNITS,
                    replies,
                    took,
                    level.path("onHand").asInt(),
                    level.path("reserved").asInt(),
                    heldOrders(course),
                    shown);
        } finally {
            builder.close(course);
        }
    }

    private List<String> heldOrders(Course course) {
        return api.all("/orders?state=held&number=" + Http.encode(course.sku())).stream()
                .map(order -> order.path("id").asText())
                .toList();
    }

    private static boolean nothingLeft(List<Integer> shown) {
        return shown.stream().allMatch(quantity -> quantity == 0);
    }

    /** What each shop shows; -1 where it was told nothing. */
    private static List<Integer> shown(Course course) {
        return course.lanes().stream()
                .map(lane -> lane.shop().quantity(lane.listing()).orElse(-1))
                .toList();
    }
}
