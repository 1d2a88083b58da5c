package io.onhand.acceptance.demo;

import io.onhand.acceptance.product.Console;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.product.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./onhand demo [--by webhook|api|file|all] [--json]}: plays the main job against the running product with its demo
 * data, through public interfaces only, and shows ten channels before and after an order with the lag of each.
 */
public final class Demo {
    private static final String SKU = "MUG-BLK";
    private static final String FILE_CHANNEL = "11st";

    /** The shop where the buyer orders: the third. */
    private static final int SHOP = 2;

    private final PartnerApi api;
    private final Malls malls;

    private Demo(Installation installation) {
        this.api = new PartnerApi(installation.url(), new Tokens(installation.keycloakUrl()).supplier("demo-partner"));
        this.malls = new Malls(api, new Sandbox(installation.sandboxUrl()));
    }

    /**
     * Exits with 0 when every channel is right and was told within ten seconds, with 1 and the wrong ones on the error
     * stream when not, with 2 when it could not be played.
     *
     * @param arguments {@code --by WAY} (webhook when not said) and {@code --json}
     */
    public static void main(String[] arguments) {
        Console console = new Console();
        int exit = run(List.of(arguments), console);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Plays every way in which an order may come and returns what is wrong, nothing when every channel is right. */
    public static List<String> problems(Installation installation) {
        Demo demo = new Demo(installation);
        return Arrays.stream(Way.values())
                .flatMap(way -> demo.play(way).problems().stream())
                .toList();
    }

    private static int run(List<String> arguments, Console console) {
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            Table table = new Table(console);
            Demo demo = new Demo(Installation.ofCommand());
            List<Outcome> outcomes = new ArrayList<>();
            for (Way way : options.ways()) {
                Outcome outcome = demo.play(way);
                outcomes.add(outcome);
                if (!options.json()) {
                    table.show(outcome);
                }
            }
            if (options.json()) {
                console.say(Report.of(outcomes).toPrettyString());
            }
            outcomes.forEach(outcome -> outcome.problems().forEach(console::fail));
            return outcomes.stream().allMatch(Outcome::right) ? 0 : 1;
        } catch (DemoFailure | Installation.NotThere | UnexpectedAnswer | UncheckedIOException e) {
            console.fail(e.getMessage());
            return 2;
        }
    }

    private Outcome play(Way way) {
        List<Mall> ten = malls.selling(SKU);
        new Supply(api).provide(SKU, ten);
        return new MainJob(api, SKU, ten).play(way, buyer(way, ten.get(SHOP)));
    }

    private Buyer buyer(Way way, Mall mall) {
        return switch (way) {
            case WEBHOOK -> new WebhookBuyer(mall);
            case API -> new ApiBuyer(api, mall);
            case FILE -> new FileBuyer(api, malls.channelId(FILE_CHANNEL), SKU);
        };
    }
}
