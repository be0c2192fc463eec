package com.optymyse.inspire.licensing.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource under the OFREP addresses that needs a role. Those of the service itself need none. */
@Path("/ofrep/v1/probe")
public class OfrepProbeResource {

    @POST
    @RolesAllowed("Admin")
    @Operation(hidden = true)
    public String forAdmins() {
        return "";
    }

    @POST
    @Path("/broken")
    @RolesAllowed("Admin")
    @Operation(hidden = true)
    public String broken() {
        throw new IllegalStateException("an internal secret");
    }
}
