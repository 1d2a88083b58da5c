package io.onhand.acceptance.demo;

import io.onhand.acceptance.product.Console;
import java.time.Duration;
import java.util.Locale;

/** An outcome for people. */
final class Table {
    private final Console console;

    Table(Console console) {
        this.console = console;
    }

    void show(Outcome outcome) {
        console.say("1 × " + outcome.sku() + " by " + outcome.way().word() + ", order " + outcome.number() + ": "
                + outcome.state().orElse("not there"));
        console.say(row("", "before", "after", "ours", "told after", ""));
        outcome.malls().forEach(mall -> console.say(row(mall)));
        console.say(outcome.right() ? "  all ten right" + slowest(outcome) : "  WRONG");
        console.say("");
    }

    private static String row(MallOutcome mall) {
        return row(
                mall.mall().name(),
                MallOutcome.text(mall.before()),
                MallOutcome.text(mall.after()),
                Integer.toString(mall.ours()),
                mall.lag().map(Table::milliseconds).orElse("-"),
                mall.problem().orElse(mall.tookOrder() ? "took the order" : ""));
    }

    private static String slowest(Outcome outcome) {
        return outcome.slowest()
                .map(lag -> ", the last of the others was told after " + milliseconds(lag))
                .orElse("");
    }

    private static String milliseconds(Duration time) {
        return time.toMillis() + " ms";
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %-8s %8s %8s %8s %12s  %s", cells).stripTrailing();
    }
}
