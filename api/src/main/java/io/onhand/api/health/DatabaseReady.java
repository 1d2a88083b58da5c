package io.onhand.api.health;

import io.onhand.tenant.App;
import io.onhand.tenant.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers the application's role. Keycloak is not asked: known tokens work without it. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Inject
    @App
    Database database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("api-database")
                .status(database.answers())
                .build();
    }
}
