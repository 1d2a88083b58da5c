package io.onhand.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the core needs from its configuration. */
@ApplicationScoped
class Wiring {
    @Inject
    @ConfigProperty(name = "onhand.database.url")
    String url;

    @Inject
    @ConfigProperty(name = "onhand.database.app.password")
    String appPassword;

    @Inject
    @ConfigProperty(name = "onhand.database.app.connections", defaultValue = "16")
    int appConnections;

    @Inject
    @ConfigProperty(name = "onhand.database.app.looks")
    Optional<Integer> appLooks;

    @Inject
    @ConfigProperty(name = "onhand.secrets.keys")
    String secretKeys;

    @Produces
    @Singleton
    @App
    Database app() {
        return new Database(new DatabaseSettings(
                url, DatabaseSettings.APP, appPassword, appConnections, appLooks.orElseGet(Wiring::looks)));
    }

    void close(@Disposes @App Database database) {
        database.close();
    }

    @Produces
    @Singleton
    Secrets secrets() {
        return new Secrets(secretKeys);
    }

    @Produces
    @Singleton
    Clock clock(@App Database database) {
        return database.clock();
    }

    /** Enough for the processors of this machine, whose work is half of a look, and the database's. */
    private static int looks() {
        return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    }
}
