package io.onhand.acceptance.running;

import io.onhand.acceptance.product.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Commands of the packaged launcher, as {@code ./onhand} gives them, with a data folder and ports of our own. */
final class Launch {
    /** How long one command may take; a first start on a slow machine needs minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final Path HOME = Path.of(System.getProperty("onhand.home", "../launcher/target/onhand"))
            .toAbsolutePath()
            .normalize();

    private static final Path DATA = Path.of("target/onhand").toAbsolutePath();
    private static final Path LOG = Path.of("target/onhand-launcher.log").toAbsolutePath();

    private final Thread lastResort = new Thread(this::stopProduct, "stop-product");

    /** Ends what an interrupted run left, and starts afresh. */
    Installation start() {
        if (!Files.isDirectory(HOME.resolve("lib"))) {
            throw new IllegalStateException("no launcher at " + HOME + "; build it first: mvn package -DskipTests");
        }
        stopProduct();
        Runtime.getRuntime().addShutdownHook(lastResort);
        run("prepare");
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--fresh"));
        List<Integer> ports = freePorts(4);
        command.addAll(List.of("--port", ports.get(0).toString()));
        command.addAll(List.of("--keycloak-port", ports.get(1).toString()));
        command.addAll(List.of("--database-port", ports.get(2).toString()));
        command.addAll(List.of("--sandbox-port", ports.get(3).toString()));
        run(command.toArray(String[]::new));
        return Installation.in(DATA);
    }

    void stop() {
        stopProduct();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private void stopProduct() {
        if (Files.exists(DATA)) {
            run("stop");
        }
    }

    private static void run(String... arguments) {
        try {
            Files.createDirectories(LOG.getParent());
            Process process = launcher(DATA, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
            awaitSuccess(process, () -> LOG + ":\n" + read(LOG), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command of the launcher says about the product whose data is there. */
    static String output(Path data, String... arguments) {
        try {
            Process process = launcher(data, arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            awaitSuccess(process, () -> said, arguments);
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder launcher(Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Donhand.home=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*",
                "io.onhand.launcher.Launcher"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ONHAND_DATA", data.toString());
        return builder;
    }

    private static void awaitSuccess(Process process, Supplier<String> said, String... arguments) {
        try {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("launcher " + String.join(" ", arguments) + " failed; " + said.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once, so that they differ. */
    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0);
                sockets.add(socket);
                ports.add(socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
