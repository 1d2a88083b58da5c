package io.onhand.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for processes of our own: with the Java that runs the launcher, out of reach of the terminal's Ctrl-C. */
final class JavaCommand {
    /** For what has to start soon and seldom works hard: Java's thorough compiler would take more than it gives. */
    static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private JavaCommand() {}

    /** A detached command line of this Java followed by {@code arguments}. */
    static List<String> of(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(arguments);
        return detached(command);
    }

    /**
     * In a session of its own where the system can: Ctrl-C in a terminal reaches the launcher only, which then ends
     * the others in the right order.
     */
    static List<String> detached(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>();
        detached.add(SETSID.toString());
        detached.addAll(command);
        return detached;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path that holds every library of the installation. */
    static String classPath(Home home) {
        return home.libraries().resolve("*").toString();
    }
}
