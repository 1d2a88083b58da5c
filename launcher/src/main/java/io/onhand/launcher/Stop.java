package io.onhand.launcher;

import java.time.Duration;

/** {@code ./onhand stop}: ends the launcher, and what a killed launcher left behind. */
final class Stop {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Stop() {}

    static void stop(Home home, Console console) {
        PidFile file = new PidFile(home, Launcher.NAME);
        ProcessHandle launcher = file.process().orElse(null);
        if (launcher != null) {
            Signals.TERM.end(launcher, PATIENCE);
        }
        file.delete();
        int leftOvers = LeftOvers.end(home, console);
        new ReadyFile(home).delete();
        console.say(launcher == null && leftOvers == 0 ? "nothing ran" : "stopped");
    }
}
