package com.optymyse.inspire.licensing.benchmark;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** All that there is of an application with the service's extensions and nothing else. */
@Path("/empty")
@NonBlocking
@Produces(MediaType.TEXT_PLAIN)
public class EmptyApplicationResource {

    /** For anybody. */
    @GET
    @PermitAll
    public String empty() {
        return "";
    }
}
