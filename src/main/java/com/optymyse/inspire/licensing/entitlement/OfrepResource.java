package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What is licensed, as flags: the OpenFeature Remote Evaluation Protocol 0.3.0
 * (https://github.com/open-feature/protocol), for which every OpenFeature SDK has a client.
 */
@Path("/ofrep/v1")
@Tag(name = "OpenFeature", description = "For services and browsers that use an OpenFeature SDK (OFREP 0.3.0)")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OfrepResource {

    private final CachedFlags flags;
    private final SseBroadcaster broadcaster;
    private final Capability capability;

    OfrepResource(CachedFlags flags, SseBroadcaster broadcaster, Capability capability) {
        this.flags = flags;
        this.broadcaster = broadcaster;
        this.capability = capability;
    }

    @Operation(
            summary = "One flag",
            description = "Boolean flags are the entitlement codes and `LICENSED`. Integer flags are `MAX_DISPLAYS`,"
                    + " `MAX_AGILES` and `AI_CREDITS_PER_MONTH`; unlimited is 2147483647, with the variant"
                    + " `unlimited`.")
    @RequestBodySchema(EvaluationRequest.class)
    @APIResponseSchema(
            value = Evaluation.class,
            responseCode = "200",
            responseDescription = "The value of the flag now")
    @Authenticated
    @POST
    @Path("/evaluate/flags/{key}")
    public CompletionStage<Response> flag(
            @Parameter(description = "The key of the flag") @PathParam("key") String key,
            @Context HttpServerRequest request,
            @Context HttpServerResponse response) {
        return EvaluationBody.thenAnswer(request, response, () -> evaluation(key));
    }

    private Response evaluation(String key) {
        CachedResponse evaluation = flags.now().byKey().get(key);
        if (evaluation == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "There is no such flag: Inspire does not know it, and the license does not include it.");
        }
        return Response.ok(evaluation.body()).build();
    }

    @Operation(
            summary = "All flags, and the address of their event stream",
            description = "The values of all flags, and the address of the stream that says when to evaluate again. The"
                    + " values are the same for every context.")
    @RequestBodySchema(EvaluationRequest.class)
    @APIResponseSchema(
            value = BulkEvaluation.class,
            responseCode = "200",
            responseDescription = "The values of all flags now")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @Authenticated
    @POST
    @Path("/evaluate/flags")
    public CompletionStage<Response> flags(
            @Context HttpServerRequest request, @Context HttpServerResponse response, @Context HttpHeaders headers) {
        String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return EvaluationBody.thenAnswer(
                request, response, () -> flags.now().all().answer(known));
    }

    @Operation(
            summary = "An event after each change of flags",
            description = "Server-sent events that say when to evaluate again, and nothing else. The data of an event"
                    + " is a `Notification`. The answer for all flags contains the address of this stream, with its"
                    + " capability.")
    @APIResponseSchema(
            value = String.class,
            responseCode = "200",
            responseDescription = "Events until the capability expires or the connection ends")
    @GET
    @Path("/events")
    @SecurityRequirements
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Uni<Void> flagEvents(
            @Parameter(description = "The capability from the answer for all flags") @QueryParam("c") @DefaultValue("")
                    String c,
            @Context RoutingContext request) {
        Instant limit = capability
                .end(c)
                .orElseThrow(() -> new Refusal(
                        RefusalCode.UNAUTHORIZED,
                        "The address is no longer good: evaluate all flags to get a new one."));
        return broadcaster.add(
                request, ConnectionSlots.WITHOUT_TOKEN, () -> flags.now().changed(), limit);
    }
}
