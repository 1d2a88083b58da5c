package io.onhand.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak on our PostgreSQL. It is started without its shell script, so that the process we know is the server, and
 * from a folder of this installation's data whose program parts are links: two installations share one distribution. With the
 * quick compiler it starts in half of the processor time, which the server needs beside it; a sign-in takes 60 ms longer.
 */
final class KeycloakProcess extends ManagedProcess {
    static final String NAME = "keycloak";

    private static final List<String> PROGRAM = List.of("lib", "conf", "providers", "themes");

    private final Ports ports;
    private final Secrets secrets;
    private final Path folder;

    KeycloakProcess(Home home, Ports ports, Secrets secrets) {
        super(home, NAME);
        this.ports = ports;
        this.secrets = secrets;
        this.folder = home.data().resolve(NAME);
    }

    /** The distribution as the build unpacked it: the one folder in {@code keycloak/}. */
    private static Path distribution(Home home) {
        try (Stream<Path> entries = Files.list(home.installation().resolve(NAME))) {
            return entries.filter(entry -> Files.exists(entry.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .orElseThrow(() -> new LaunchFailure("the installation lacks Keycloak; build it anew"));
        } catch (IOException e) {
            throw new LaunchFailure("the installation lacks Keycloak; build it anew", e);
        }
    }

    /**
     * Bakes the choice of database into the distribution, once: every later start is then quick. Part of the build.
     */
    static void build(Home home) {
        Path distribution = distribution(home);
        Path marker = distribution.resolve(".built");
        if (Files.exists(marker)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
        command.addAll(options(distribution, distribution));
        command.addAll(List.of("build", "--db=postgres"));
        Path log = home.installation().resolve("keycloak-build.log");
        try {
            Process build = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (build.waitFor() != 0) {
                throw new LaunchFailure("Keycloak could not be built; see " + log);
            }
            Files.createFile(marker);
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak could not be built: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    /** Links the program parts and puts the realm where the first start imports it from. */
    void prepare() {
        build(home());
        Path distribution = distribution(home());
        Map<String, String> values = new HashMap<>(secrets.ofRealm());
        values.put("PUBLIC_URL", ports.publicUrl());
        Path realm = realmFile();
        try {
            Files.createDirectories(realm.getParent());
            for (String part : PROGRAM) {
                Path link = folder.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            Files.deleteIfExists(realm);
            Files.createFile(realm, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(realm, RealmTemplate.fill(values), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("cannot prepare " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The file holds secrets and is of no use once imported. */
    void forgetRealmFile() {
        try {
            Files.deleteIfExists(realmFile());
        } catch (IOException e) {
            throw new LaunchFailure("cannot delete " + realmFile() + ": " + e.getMessage(), e);
        }
    }

    private Path realmFile() {
        return folder.resolve("data").resolve("import").resolve("onhand-realm.json");
    }

    private static List<String> options(Path distribution, Path folder) {
        return List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                JavaCommand.QUICK_COMPILER,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    @Override
    ProcessBuilder command() {
        List<String> arguments = new ArrayList<>(options(distribution(home()), folder));
        arguments.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=" + ports.keycloakUrl(),
                "--db-url=" + ports.databaseUrl(DatabaseSetup.KEYCLOAK),
                "--db-username=" + DatabaseSetup.KEYCLOAK,
                "--db-pool-initial-size=2",
                "--db-pool-min-size=2",
                "--db-pool-max-size=20"));
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(arguments));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_"));
        environment.put("KC_DB_PASSWORD", secrets.get(Secrets.KEYCLOAK_DATABASE));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secrets.KEYCLOAK_ADMIN));
        return builder;
    }

    @Override
    boolean ready() {
        return Http.status(ports.keycloakUrl() + "/realms/onhand/.well-known/openid-configuration") == 200;
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(8);
    }
}
