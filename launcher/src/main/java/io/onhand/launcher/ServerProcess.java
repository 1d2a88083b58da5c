package io.onhand.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Payara Micro with portal, API and integration routes. */
final class ServerProcess extends ManagedProcess {
    static final String NAME = "server";

    /** WAR to context root. */
    private static final List<Map.Entry<String, String>> APPLICATIONS =
            List.of(Map.entry("api", "/api"), Map.entry("routes", "/hooks"), Map.entry("portal", "/"));

    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in [0-9,.]+ \\(ms\\)");

    /** The demo's users and secrets are in the documentation: nobody but this machine may reach it. */
    private static final String ONLY_HERE = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1\n";

    private final Ports ports;
    private final Secrets secrets;
    private final Path folder;
    private final int port;

    ServerProcess(Home home, Ports ports, Secrets secrets) {
        this(home, ports, secrets, NAME, "payara", ports.server());
    }

    private ServerProcess(Home home, Ports ports, Secrets secrets, String name, String folder, int port) {
        super(home, name);
        this.ports = ports;
        this.secrets = secrets;
        this.folder = home.data().resolve(folder);
        this.port = port;
    }

    /** One more server beside the first: the same configuration and database, a port and a folder of its own. */
    static ServerProcess another(Home home, Ports ports, Secrets secrets, int port) {
        return new ServerProcess(home, ports, secrets, Node.NAME, "payara-node", port);
    }

    /** Unpacks the server's own libraries once per version: a start from plain jars is quicker than from nested ones. */
    void prepare() {
        Path payara = home().installation().resolve("payara-micro.jar");
        Path marker = folder.resolve("unpacked-from");
        try {
            String version = Files.size(payara) + " " + Files.getLastModifiedTime(payara);
            if (Files.exists(marker) && Files.readString(marker).equals(version)) {
                return;
            }
            Home.erase(folder);
            Files.createDirectories(folder);
            Process unpack = new ProcessBuilder(
                            JavaCommand.java(),
                            "-jar",
                            payara.toString(),
                            "--rootdir",
                            folder.toString(),
                            "--outputlauncher")
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(home().log(name()).toFile()))
                    .start();
            if (unpack.waitFor() != 0) {
                throw new LaunchFailure("Payara Micro could not be unpacked; see " + home().log(name()));
            }
            Files.copy(configuration(folder), folder.resolve("domain.xml"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(marker, version);
        } catch (IOException e) {
            throw new LaunchFailure("cannot unpack Payara Micro: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    /** The server's settings that do not differ between one machine and a cluster: the chart reads the same file. */
    private static String settings() throws IOException {
        try (InputStream stream = ServerProcess.class.getResourceAsStream("/payara/before-boot")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path configuration(Path folder) {
        return folder.resolve("config").resolve("domain.xml");
    }

    /** The server remembers what was deployed last time and would deploy it twice: it starts with an empty memory. */
    private void forgetDeployments() {
        try {
            Files.copy(folder.resolve("domain.xml"), configuration(folder), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(folder.resolve("before-boot"), settings() + ONLY_HERE, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        Home.erase(folder.resolve("applications"));
        Home.erase(folder.resolve("generated"));
    }

    @Override
    ProcessBuilder command() {
        forgetDeployments();
        List<String> arguments = new ArrayList<>(hugePages());
        arguments.addAll(List.of(
                "-Xms256m",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-jar",
                folder.resolve("launch-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                folder.resolve("before-boot").toString(),
                "--port",
                Integer.toString(port)));
        for (Map.Entry<String, String> application : APPLICATIONS) {
            Path war = home().installation().resolve("apps").resolve(application.getKey() + ".war");
            arguments.add("--deploy");
            arguments.add(war + ":" + application.getValue());
        }
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(arguments)).directory(folder.toFile());
        builder.environment().putAll(configuration());
        return builder;
    }

    /** A tenth less of the server's processor time, where the system has them; other systems do not know the word. */
    private static List<String> hugePages() {
        return System.getProperty("os.name").equals("Linux") ? List.of("-XX:+UseTransparentHugePages") : List.of();
    }

    /** What the applications read through MicroProfile Config. */
    private Map<String, String> configuration() {
        return Map.of(
                "ONHAND_DATABASE_URL", ports.databaseUrl(DatabaseSetup.DATABASE),
                "ONHAND_DATABASE_APP_PASSWORD", secrets.get(Secrets.APP),
                "ONHAND_DATABASE_RELAY_PASSWORD", secrets.get(Secrets.RELAY),
                "ONHAND_KEYCLOAK_URL", ports.keycloakUrl(),
                "ONHAND_KEYCLOAK_REALM", "onhand",
                "ONHAND_PORTAL_CLIENT_SECRET", secrets.get(Secrets.PORTAL_CLIENT),
                "ONHAND_ONBOARDING_CLIENT_SECRET", secrets.get(Secrets.ONBOARDING_CLIENT),
                "ONHAND_SECRETS_KEYS", secrets.get(Secrets.KEYS));
    }

    /** The server answers its health check before it has deployed anything, so its log is asked first. */
    @Override
    boolean ready() {
        String log = logSinceStart();
        if (!READY.matcher(log).find()) {
            return false;
        }
        for (Map.Entry<String, String> application : APPLICATIONS) {
            if (!log.contains("\"Context Root\": \"" + application.getValue() + "\"")) {
                throw new LaunchFailure(application.getKey() + ".war could not be deployed; see " + home().log(name()));
            }
        }
        return Http.status("http://localhost:" + port + "/health/ready") == 200;
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(8);
    }
}
