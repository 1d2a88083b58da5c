package io.onhand.api.tenants;

import io.onhand.api.http.HttpRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keycloak as the onboarding client. Only an installation that onboards tenants has its secret. */
@ApplicationScoped
class KeycloakWiring {
    private static final String CLIENT = "onhand-onboarding";

    @Inject
    @ConfigProperty(name = "onhand.keycloak.internal.url")
    String url;

    @Inject
    @ConfigProperty(name = "onhand.keycloak.realm")
    String realm;

    @Inject
    @ConfigProperty(name = "onhand.onboarding.client.secret")
    Optional<String> secret;

    @Inject
    Clock clock;

    private KeycloakDirectory directory;

    /** @throws HttpRefusal 503 when onboarding is not configured */
    synchronized KeycloakDirectory directory() {
        if (directory == null) {
            String known = secret.orElseThrow(() -> HttpRefusal.of(
                    503, "onboarding-not-configured", "Set onhand.onboarding.client.secret to onboard tenants here"));
            directory = new KeycloakDirectory(new KeycloakAdmin(url, realm, CLIENT, known, clock));
        }
        return directory;
    }
}
