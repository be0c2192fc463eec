package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A resource that goes wrong in every way that resources can. */
@Path("/probe")
@PermitAll
public class ProbeResource {

    /** A body with a field of each kind. */
    public record Body(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Boolean truth,
            @Nullable Choice choice,
            @Nullable Nested nested,
            @Nullable List<String> list,
            @Nullable UUID since) {

        public Body {
            if ("refuse me".equals(text)) {
                throw Refusal.invalid("text", "The text must not ask to be refused.");
            }
            if ("break me".equals(text)) {
                throw new IllegalArgumentException("an internal secret");
            }
        }
    }

    /** A field with fields. */
    public record Nested(@Nullable String inner, int depth) {}

    /** A field with few values. */
    public enum Choice {
        @JsonProperty("this")
        THIS,
        @JsonProperty("that")
        THAT
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Body echo(Body body) {
        return body;
    }

    @GET
    @Path("/refused/{code}")
    @Operation(hidden = true)
    public String refused(@PathParam("code") RefusalCode code) {
        throw new Refusal(code, "This was asked for.");
    }

    @GET
    @Path("/broken")
    @Operation(hidden = true)
    public String broken() {
        throw new IllegalStateException("an internal secret");
    }

    @GET
    @Path("/limited")
    @Operation(hidden = true)
    @Max(20)
    public int limited(@QueryParam("limit") @Min(1) @Max(100) int limit) {
        return limit;
    }

    @POST
    @Path("/nobody")
    @Operation(hidden = true)
    public String nobody() {
        return "done";
    }

    @GET
    @Path("/admin")
    @RolesAllowed("Admin")
    @Operation(hidden = true)
    public String admin() {
        return "admin";
    }
}
