package com.optymyse.inspire.licensing.benchmark;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Endpoints that answer nothing worth naming, as quickly as the service could. */
@Path("/empty")
@NonBlocking
@Produces(MediaType.TEXT_PLAIN)
@Consumes(MediaType.APPLICATION_JSON)
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

    /** For the same callers as everything else; has the body read, and does nothing with it. */
    @POST
    @Path("/authenticated")
    @Authenticated
    public String authenticatedBody(byte[] body) {
        return "";
    }

    /** For anybody; has the body read, and does nothing with it. */
    @POST
    @Path("/open")
    @PermitAll
    public String openBody(byte[] body) {
        return "";
    }
}
