package io.onhand.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay role's pool. Opened only where something claims due work: configured for integration-routes alone. */
@ApplicationScoped
class RelayWiring {
    private static final int CONNECTIONS = 4;

    @Inject
    @ConfigProperty(name = "onhand.database.url")
    String url;

    @Inject
    @ConfigProperty(name = "onhand.database.relay.password")
    Optional<String> relayPassword;

    @Produces
    @Singleton
    @Relay
    Database relay() {
        return new Database(new DatabaseSettings(url, DatabaseSettings.RELAY, password(), CONNECTIONS));
    }

    private String password() {
        return relayPassword.orElseThrow(() -> new IllegalStateException(
                "Set onhand.database.relay.password where channels are connected, and nowhere else"));
    }

    void close(@Disposes @Relay Database database) {
        database.close();
    }
}
