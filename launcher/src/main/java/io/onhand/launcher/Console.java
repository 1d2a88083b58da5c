package io.onhand.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command says to the person who started it. The only place that writes to the standard streams. */
final class Console {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    void say(String line) {
        out.println(line);
    }

    void fail(String line) {
        err.println("onhand: " + line);
    }
}
