package io.onhand.launcher;

import java.time.Duration;
import java.util.List;

/** The marketplace of our own that the demo's ten shops are on: a stranger to the product, reached over HTTP only. */
final class SandboxProcess extends ManagedProcess {
    static final String NAME = "sandbox";

    private final Ports ports;

    SandboxProcess(Home home, Ports ports) {
        super(home, NAME);
        this.ports = ports;
    }

    @Override
    ProcessBuilder command() {
        return new ProcessBuilder(JavaCommand.of(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-cp",
                JavaCommand.classPath(home()),
                "io.onhand.sandbox.Sandbox",
                "--port",
                Integer.toString(ports.sandbox()),
                "--data",
                home().data().resolve("sandbox.journal").toString())));
    }

    @Override
    boolean ready() {
        return Http.status(ports.sandboxUrl() + "/health") == 200;
    }

    @Override
    Duration patience() {
        // After a long load it has much to read again.
        return Duration.ofMinutes(2);
    }

    @Override
    Duration endPatience() {
        return Duration.ofSeconds(5);
    }
}
