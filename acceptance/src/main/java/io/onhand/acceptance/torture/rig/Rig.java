package io.onhand.acceptance.torture.rig;

import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Installation;
import io.onhand.acceptance.product.Launch;
import io.onhand.acceptance.product.Sandbox;
import io.onhand.acceptance.product.Tokens;
import io.onhand.acceptance.torture.audit.Books;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.StringTokenizer;

/** An installation of our own, with its own data and ports, that nobody else uses. */
public final class Rig implements AutoCloseable {
    /** What is shorter is the name of a key. */
    private static final int SHORTEST_SECRET = 24;

    private static final String DISK = "disk";

    private final Path data;
    private final Launch launch;
    private final Installation installation;
    private final Tokens tokens;
    private final Nodes nodes;

    private final Optional<SmallDisk> disk;

    private Rig(Path data, Launch launch, Installation installation, Optional<SmallDisk> disk) {
        this.data = data;
        this.disk = disk;
        this.launch = launch;
        this.installation = installation;
        this.tokens = new Tokens(installation.keycloakUrl());
        this.nodes = new Nodes(installation.url());
    }

    /**
     * Starts it; takes a minute.
     *
     * @param folder for everything that it writes
     * @param smallDisk whether its database is to have a disk of its own, where this machine can give it one
     * @throws IllegalStateException when it does not start
     */
    public static Rig start(Path folder, boolean smallDisk) {
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<SmallDisk> disk = smallDisk
                ? Optional.of(SmallDisk.mount(folder.resolve(DISK))).filter(SmallDisk::isMounted)
                : Optional.empty();
        Map<String, String> environment = disk.map(mounted ->
                        Map.of("ONHAND_DATABASE_FOLDER", mounted.folder().toString()))
                .orElse(Map.of());
        Launch launch = new Launch(data, folder.resolve("launcher.log"), environment);
        try {
            return new Rig(data, launch, launch.start(), disk);
        } catch (RuntimeException e) {
            disk.ifPresent(SmallDisk::close);
            throw e;
        }
    }

    /** Lets go of what an interrupted run left in that folder, so that it can be deleted. */
    public static void release(Path folder) {
        SmallDisk.release(folder.resolve(DISK));
    }

    /** The disk of the database, when it has one of its own. */
    public Optional<SmallDisk> disk() {
        return disk;
    }

    /** Its addresses. */
    public Installation installation() {
        return installation;
    }

    /** Commands of the launcher for it. */
    public Launch launch() {
        return launch;
    }

    /** Bearer tokens of partners. */
    public Tokens tokens() {
        return tokens;
    }

    /** Whether Keycloak answers now. */
    public boolean identityAnswers() {
        try {
            return Http.send("GET", installation.keycloakUrl() + "/realms/onhand", null, Map.of())
                            .status()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Its nodes that take requests. */
    public Nodes nodes() {
        return nodes;
    }

    /** The sandbox marketplace that its channels are at. */
    public Sandbox sandbox() {
        return new Sandbox(installation.sandboxUrl());
    }

    /** One of its processes: {@code database}, {@code keycloak}, {@code server}, {@code node}. */
    public Victim process(String name) {
        return new Victim(data.resolve("run").resolve(name + ".pid"));
    }

    /** Folder of its logs. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Its database, as a superuser sees it. */
    public Books books() {
        String url = "jdbc:postgresql://127.0.0.1:"
                + properties("run/ports.properties").getProperty("database")
                + "/onhand?connectTimeout=2&socketTimeout=90";
        String password = properties("secrets.properties").getProperty("database.superuser.password");
        return () -> DriverManager.getConnection(url, "postgres", password);
    }

    /** What may be in no log: its passwords and keys. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        properties("secrets.properties").values().forEach(value -> {
            // The keys are written kid:key,kid:key.
            for (StringTokenizer parts = new StringTokenizer(value.toString(), ":,"); parts.hasMoreTokens(); ) {
                String part = parts.nextToken();
                if (part.length() >= SHORTEST_SECRET) {
                    secrets.add(part);
                }
            }
        });
        return secrets;
    }

    private Properties properties(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** Ends it; what it wrote stays. */
    @Override
    public void close() {
        launch.stop();
        disk.ifPresent(SmallDisk::keep);
        disk.ifPresent(SmallDisk::close);
    }
}
