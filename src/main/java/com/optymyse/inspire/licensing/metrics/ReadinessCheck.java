package com.optymyse.inspire.licensing.metrics;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.StartObstacle;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the state was read once. The license itself never turns health red, and neither does an outage later.
 * What an operator has to change before the state can be read stands in the data of the check.
 */
@Readiness
@ApplicationScoped
class ReadinessCheck implements HealthCheck {

    private final CurrentInstallation current;
    private final StartObstacle obstacle;

    ReadinessCheck(CurrentInstallation current, StartObstacle obstacle) {
        this.current = current;
        this.obstacle = obstacle;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check =
                HealthCheckResponse.named("state-loaded").status(current.isLoaded());
        obstacle.sentences().ifPresent(sentences -> check.withData("problem", sentences));
        return check.build();
    }
}
