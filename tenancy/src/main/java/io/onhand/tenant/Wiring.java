package io.onhand.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    @ConfigProperty(name = "onhand.secrets.keys")
    String secretKeys;

    @Produces
    @Singleton
    @App
    Database app() {
        return new Database(new DatabaseSettings(url, DatabaseSettings.APP, appPassword, appConnections));
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
}
