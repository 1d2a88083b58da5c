package io.onhand.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes the command line of {@code ./onhand} and hands it to the class of that command. */
public final class Launcher {
    static final String NAME = "launcher";

    /** Held here, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

    private Launcher() {}

    /**
     * Runs one command: {@code prepare}, {@code run}, {@code node}, {@code stop}, {@code status} or {@code token NAME}. Exits
     * with 0 on success, 1 with one line on the error stream when something is missing that a person can put right, 3 when {@code
     * status} finds the product not ready.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Console console = new Console();
        MIGRATION_LOG.setLevel(Level.WARNING);
        try {
            int exit = command(Arrays.asList(arguments), console);
            if (exit != 0) {
                System.exit(exit);
            }
        } catch (LaunchFailure e) {
            console.fail(e.getMessage());
            System.exit(1);
        }
    }

    private static int command(List<String> arguments, Console console) {
        if (arguments.isEmpty()) {
            throw new LaunchFailure("which command?");
        }
        Map<String, String> environment = System.getenv();
        Home home = Home.find(environment);
        Options options = Options.parse(arguments.subList(1, arguments.size()));
        switch (arguments.get(0)) {
            case "prepare" -> {
                new PostgresBinaries(home).unpack();
                KeycloakProcess.build(home);
            }
            case "run" -> {
                Ports ports = Ports.of(options.values(), environment);
                if (options.has("--detach")) {
                    List<String> foreground = new ArrayList<>(arguments);
                    foreground.removeIf("--detach"::equals);
                    return new Detached(home, console).run(foreground);
                }
                new Run(home, ports, console).run(options.has("--fresh"));
            }
            case "node" -> {
                return new Node(home, console).run(Ports.ofNode(options.values()));
            }
            case "stop" -> Stop.stop(home, console);
            case "status" -> {
                return Status.show(home, console);
            }
            case "token" -> {
                if (options.words().size() != 1) {
                    throw new LaunchFailure("whose token? ./onhand token demo-partner | aozora-partner | operator");
                }
                console.say(Token.of(options.words().get(0), Ports.last(home), Secrets.of(home)));
            }
            default -> throw new LaunchFailure("unknown command: " + arguments.get(0));
        }
        return 0;
    }
}
