package io.onhand.launcher;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code ./onhand status}: what runs, where, how much memory it takes, whether it is ready. */
final class Status {
    private Status() {}

    /** Prints the table; returns 0 when everything is ready, 3 when not. */
    static int show(Home home, Console console) {
        Map<String, String> addresses = new LinkedHashMap<>();
        boolean known = new PidFile(home, Launcher.NAME).process().isPresent();
        Ports ports = known ? Ports.last(home) : null;
        addresses.put(Launcher.NAME, "");
        addresses.put(DatabaseProcess.NAME, ports == null ? "" : "127.0.0.1:" + ports.database());
        addresses.put(SandboxProcess.NAME, ports == null ? "" : ports.sandboxUrl());
        addresses.put(KeycloakProcess.NAME, ports == null ? "" : ports.keycloakUrl());
        addresses.put(ServerProcess.NAME, ports == null ? "" : ports.publicUrl());
        long total = 0;
        boolean all = true;
        console.say(String.format("%-9s %-8s %9s  %s", "process", "pid", "memory", "address"));
        for (Map.Entry<String, String> entry : addresses.entrySet()) {
            ProcessHandle process = new PidFile(home, entry.getKey()).process().orElse(null);
            all &= process != null;
            long kilobytes = process == null
                    ? 0
                    : entry.getKey().equals(Launcher.NAME) ? Memory.own(process) : Memory.kilobytes(process);
            total += kilobytes;
            console.say(String.format(
                    Locale.ROOT,
                    "%-9s %-8s %6d MB  %s",
                    entry.getKey(),
                    process == null ? "-" : Long.toString(process.pid()),
                    kilobytes >> 10,
                    entry.getValue()));
        }
        boolean ready = all && new ReadyFile(home).exists() && Http.status(ports.publicUrl() + "/health/ready") == 200;
        console.say(String.format(
                Locale.ROOT, "%-9s %-8s %6d MB  %s", "in all", "", total >> 10, ready ? "ready" : "not ready"));
        return ready ? 0 : 3;
    }
}
