package io.onhand.routes.engine;

import io.onhand.tenant.App;
import io.onhand.tenant.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when Camel runs and the database answers. */
@Readiness
@ApplicationScoped
public class EngineHealth implements HealthCheck {
    @Inject
    CamelEngine engine;

    @Inject
    @App
    Database database;

    @Override
    public HealthCheckResponse call() {
        boolean answers = database.answers();
        return HealthCheckResponse.named("integration-routes")
                .withData("engine", engine.isRunning())
                .withData("database", answers)
                .status(engine.isRunning() && answers)
                .build();
    }
}
