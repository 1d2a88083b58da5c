package io.onhand.launcher;

import io.onhand.tenant.MigrateDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.flywaydb.core.api.FlywayException;

/** The four processes that together are Onhand, started in an order that wastes no time. */
final class Product {
    private final Console console;
    private final Ports ports;
    private final Secrets secrets;
    private final Supervisor supervisor;
    private final DatabaseProcess database;
    private final KeycloakProcess keycloak;
    private final ServerProcess server;
    private final SandboxProcess sandbox;
    private final Mailbox mailbox;

    Product(Home home, Ports ports, Secrets secrets, Supervisor supervisor, Console console) {
        this.console = console;
        this.ports = ports;
        this.secrets = secrets;
        this.supervisor = supervisor;
        this.database = new DatabaseProcess(home, ports, secrets);
        this.keycloak = new KeycloakProcess(home, ports, secrets);
        this.server = new ServerProcess(home, ports, secrets);
        this.sandbox = new SandboxProcess(home, ports);
        this.mailbox = Mailbox.open(home);
    }

    /** All four, in the order in which they are started. */
    List<ManagedProcess> processes() {
        return List.of(database, sandbox, keycloak, server);
    }

    /**
     * Starts everything and returns when all of it is ready. Keycloak, the sandbox and the server's preparation do not
     * wait for each other; the server waits for the migrated schema.
     */
    void start() {
        ExecutorService threads = Executors.newFixedThreadPool(3, work -> {
            Thread thread = new Thread(work, "start");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletableFuture<Void> unpacked = CompletableFuture.runAsync(server::prepare, threads);
            CompletableFuture<Void> linked = CompletableFuture.runAsync(keycloak::prepare, threads);
            startDatabase();
            CompletableFuture<Void> sandboxReady = CompletableFuture.runAsync(() -> run(sandbox), threads);
            CompletableFuture<Void> keycloakReady =
                    linked.thenRunAsync(() -> run(keycloak), threads).thenRun(this::finishKeycloak);
            CompletableFuture<Void> serverReady =
                    unpacked.thenRunAsync(this::migrate, threads).thenRunAsync(() -> run(server), threads);
            awaitAll(sandboxReady, keycloakReady, serverReady);
        } catch (CompletionException e) {
            if (e.getCause() instanceof LaunchFailure failure) {
                throw failure;
            }
            throw e;
        } finally {
            threads.shutdown();
        }
        processes().forEach(supervisor::watch);
    }

    /** Waits for all, but fails with the first that fails. */
    private static void awaitAll(CompletableFuture<?>... parts) {
        CompletableFuture<Object> failure = new CompletableFuture<>();
        for (CompletableFuture<?> part : parts) {
            part.exceptionally(thrown -> {
                failure.completeExceptionally(thrown);
                return null;
            });
        }
        CompletableFuture.anyOf(CompletableFuture.allOf(parts), failure).join();
    }

    private void startDatabase() {
        Instant start = Instant.now();
        database.prepare();
        supervisor.start(database);
        database.awaitReady();
        new DatabaseSetup(database, secrets).run();
        report("database", start);
    }

    private void finishKeycloak() {
        keycloak.forgetRealmFile();
        RealmMail.send(ports, secrets, mailbox.port());
    }

    private void migrate() {
        Instant start = Instant.now();
        try {
            MigrateDatabase.migrate(
                    ports.databaseUrl(DatabaseSetup.DATABASE), "onhand_owner", secrets.get(Secrets.OWNER));
        } catch (FlywayException e) {
            String reason = e.getMessage().lines().findFirst().orElse("");
            throw new LaunchFailure(
                    "the database cannot be brought up to date (" + reason
                            + "); ./onhand run --fresh starts with an empty one",
                    e);
        }
        report("schema", start);
    }

    private void run(ManagedProcess process) {
        Instant start = Instant.now();
        supervisor.start(process);
        process.awaitReady();
        report(process.name(), start);
    }

    private void report(String what, Instant start) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        console.say(String.format(Locale.ROOT, "%-9s ready after %4.1f s", what, seconds));
    }
}
