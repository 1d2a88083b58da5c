package io.onhand.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an earlier launcher, killed before it could clean up, left running. */
final class LeftOvers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<Map.Entry<String, Signals>> PROCESSES = List.of(
            Map.entry(Node.NAME, Signals.TERM),
            Map.entry(ServerProcess.NAME, Signals.TERM),
            Map.entry(KeycloakProcess.NAME, Signals.TERM),
            Map.entry(SandboxProcess.NAME, Signals.TERM),
            Map.entry(DatabaseProcess.NAME, Signals.INT));

    private LeftOvers() {}

    /** Ends them all and forgets their files; returns how many there were. */
    static int end(Home home, Console console) {
        int ended = 0;
        for (Map.Entry<String, Signals> entry : PROCESSES) {
            PidFile file = new PidFile(home, entry.getKey());
            ProcessHandle process = file.process().orElse(null);
            if (process != null) {
                console.say("ending " + entry.getKey() + " of an earlier run");
                entry.getValue().end(process, PATIENCE);
                ended++;
            }
            file.delete();
        }
        return ended;
    }
}
