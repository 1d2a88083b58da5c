package io.onhand.acceptance.product;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command says to the person who started it. The only place that writes to the standard streams. */
public final class Console {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** A line of the result. */
    public void say(String line) {
        out.println(line);
    }

    /** A line that says what went wrong. */
    public void fail(String line) {
        err.println("onhand: " + line);
    }
}
