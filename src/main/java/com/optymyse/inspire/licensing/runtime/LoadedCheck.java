package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the state was read once. The license itself never turns health red, and neither does an outage later. */
@Readiness
@ApplicationScoped
class LoadedCheck implements HealthCheck {

    private final CurrentInstallation current;

    LoadedCheck(CurrentInstallation current) {
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("state-loaded")
                .status(current.isLoaded())
                .build();
    }
}
