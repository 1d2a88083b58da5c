package io.onhand.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Commands of the packaged launcher, as {@code ./onhand} gives them, with a data folder and free ports of our own. */
public final class Launch {
    /** How long one command may take; a first start on a slow machine needs minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path home;
    private final Path data;
    private final Path log;
    private final Map<String, String> environment;
    private final Thread lastResort = new Thread(this::stopProduct, "stop-product");

    /**
     * Starts nothing yet.
     *
     * @param data folder of the product; what is in it is forgotten at the start
     * @param log file for what the launcher says
     * @param environment variables for the launcher besides ours
     */
    public Launch(Path data, Path log, Map<String, String> environment) {
        this.home = Path.of(System.getProperty("onhand.home", "../launcher/target/onhand"))
                .toAbsolutePath()
                .normalize();
        this.data = data.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.environment = Map.copyOf(environment);
    }

    /**
     * Ends what an interrupted run left, and starts afresh.
     *
     * @throws IllegalStateException when it does not start; the message says where to read why
     */
    public Installation start() {
        prepare();
        return startAfresh();
    }

    /** Ends what an interrupted run left, and unpacks what has to be unpacked once. */
    public void prepare() {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalStateException("no launcher at " + home + "; build it first: mvn package -DskipTests");
        }
        stopProduct();
        Runtime.getRuntime().addShutdownHook(lastResort);
        run("prepare");
    }

    /** Starts without data, on other ports than before. */
    public Installation startAfresh() {
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--fresh"));
        List<Integer> ports = freePorts(4);
        command.addAll(List.of("--port", ports.get(0).toString()));
        command.addAll(List.of("--keycloak-port", ports.get(1).toString()));
        command.addAll(List.of("--database-port", ports.get(2).toString()));
        command.addAll(List.of("--sandbox-port", ports.get(3).toString()));
        run(command.toArray(String[]::new));
        return Installation.in(data);
    }

    /** Starts again with the data and on the ports of the last time. */
    public Installation restart() {
        Properties ports = Installation.ports(data);
        run(
                "run",
                "--detach",
                "--port",
                ports.getProperty("server"),
                "--keycloak-port",
                ports.getProperty("keycloak"),
                "--database-port",
                ports.getProperty("database"),
                "--sandbox-port",
                ports.getProperty("sandbox"));
        return Installation.in(data);
    }

    /** Ends the product; it may be started again. */
    public void end() {
        run("stop");
    }

    /** Ends the product for good. */
    public void stop() {
        stopProduct();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private void stopProduct() {
        if (Files.exists(data)) {
            run("stop");
        }
    }

    private void run(String... arguments) {
        try {
            Files.createDirectories(log.getParent());
            Process process = command(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            awaitSuccess(process, () -> log + ":\n" + read(log), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command says about the product. */
    public String output(String... arguments) {
        try {
            Process process = command(arguments)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            awaitSuccess(process, () -> said, arguments);
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command of the launcher for this data, not started yet. */
    public ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Donhand.home=" + home,
                "-cp",
                home.resolve("lib") + "/*",
                "io.onhand.launcher.Launcher"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
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

    /** Ports that nothing listens on now; asked for all at once, so that they differ. */
    public static List<Integer> freePorts(int count) {
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
