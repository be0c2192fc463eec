package com.optymyse.inspire.licensing.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource that says nothing about who may ask. */
@Path("/silent")
public class SilentResource {

    @GET
    @Operation(hidden = true)
    public String ask() {
        return "answer";
    }
}
