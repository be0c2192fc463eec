package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses requests of OpenFeature clients while a test wants it, in the same way as the service. */
@Singleton
public class PlantedRefusals {

    private static volatile @Nullable RefusalCode planted;

    /** Refuses every evaluation with this code from now on. */
    public static void plant(RefusalCode code) {
        planted = code;
    }

    /** Refuses nothing any more. */
    public static void lift() {
        planted = null;
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        RefusalCode code = planted;
        if (code != null && request.getUriInfo().getPath().startsWith("/ofrep/v1/evaluate")) {
            throw new Refusal(code, "This was asked for.");
        }
    }
}
