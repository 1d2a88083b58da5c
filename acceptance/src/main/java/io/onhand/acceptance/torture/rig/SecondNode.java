package io.onhand.acceptance.torture.rig;

import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Launch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One more node of the product on the same database. Its clock may be another. */
public final class SecondNode {
    private static final String FAKETIME = "/usr/bin/faketime";

    private final int port;
    private final Process launcher;

    private SecondNode(int port, Process launcher) {
        this.port = port;
        this.launcher = launcher;
    }

    /** Whether clocks can be moved on this machine. */
    public static boolean clocksMove() {
        return new File(FAKETIME).canExecute();
    }

    /**
     * Starts one; it is ready some ten seconds later.
     *
     * @param clockSeconds how many seconds its clock is ahead of the machine's, negative when it is behind, 0 for the same
     */
    public static SecondNode start(Rig rig, int clockSeconds) {
        int port = Launch.freePorts(1).get(0);
        ProcessBuilder builder = rig.launch().command("node", "--port", Integer.toString(port));
        if (clockSeconds != 0) {
            List<String> command =
                    new ArrayList<>(List.of(FAKETIME, "-f", (clockSeconds > 0 ? "+" : "") + clockSeconds + "s"));
            command.addAll(builder.command());
            builder.command(command);
            // Java waits by the monotonic clock; moved, it would wait for ever or not at all.
            builder.environment().put("DONT_FAKE_MONOTONIC", "1");
            builder.environment().put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        }
        File log = rig.logs().resolve("node-launcher.log").toFile();
        try {
            return new SecondNode(
                    port,
                    builder.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Whether it takes requests now. */
    public boolean isReady() {
        try {
            return Http.send("GET", url() + "/health/ready", null, Map.of()).status() == 200
                    && Http.send("GET", url() + "/api/v1/tenants/current", null, Map.of())
                                    .status()
                            == 401
                    && Http.send("GET", url() + "/hooks/nobody", null, Map.of()).status() != 503;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether it has not ended by itself. */
    public boolean isAlive() {
        return launcher.isAlive();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        List<ProcessHandle> family = launcher.descendants().toList();
        family.forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
        family.forEach(process -> process.onExit().join());
        launcher.onExit().join();
    }
}
