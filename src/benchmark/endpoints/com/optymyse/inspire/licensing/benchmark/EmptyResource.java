package com.optymyse.inspire.licensing.benchmark;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Endpoints that answer nothing worth naming, as quickly as the service could. */
@Path("/empty")
@NonBlocking
@Produces(MediaType.TEXT_PLAIN)
public class EmptyResource {

    /** For the same callers as everything else. */
    @GET
    @Path("/authenticated")
    @Authenticated
    public String authenticated() {
        return "";
    }

    /** For anybody. */
    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "";
    }
}
