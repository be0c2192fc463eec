package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends services what is licensed, and then each change of it. */
@Path("/entitlements/stream")
@Tag(name = "Entitlements")
@Authenticated
public class EntitlementStreamResource {

    private static final String EXAMPLE = """
            retry: 3127
            event: entitlements
            id: "bd6c0d6aa71c0e0ef1c2f4b5b7bdb3c9"
            data: {"licensed":true,"standing":"licensed","revision":12,"entitlements":[],"limits":{"maxDisplays":500,"maxAgiles":-1,"aiCreditsPerMonth":10000}}

            : heartbeat
            """;

    private final CachedResponses answers;
    private final SseBroadcaster broadcaster;

    EntitlementStreamResource(CachedResponses answers, SseBroadcaster broadcaster) {
        this.answers = answers;
        this.broadcaster = broadcaster;
    }

    @Operation(
            summary = "Everything that is licensed, now and after each change",
            description = "Server-sent events named `entitlements`: one at once, and one after each change. The data of"
                    + " an event is the answer of `GET /entitlements`, and its id is the ETag of that answer. The"
                    + " service may skip intermediate states, but always sends the latest one. A client that"
                    + " reconnects with the id of the current state gets a comment instead of an event. The service"
                    + " ends the stream in the last 30 seconds of the token's validity. Then wait as many"
                    + " milliseconds as `retry` says, and reconnect with a new token.")
    @APIResponse(
            responseCode = "200",
            description = "Events until the token expires or the connection ends",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "licensed", value = EXAMPLE)))
    @Refuses({RefusalCode.TOO_MANY_REQUESTS, RefusalCode.STARTING, RefusalCode.STOPPING})
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Uni<Void> entitlementStream(@Context RoutingContext request, @Context SecurityContext caller) {
        return broadcaster.add(request, subjectOf(caller), () -> answers.now().changed(), limitOf(caller));
    }

    /** Names may change or be shared; the subject of a token is one caller. */
    private static String subjectOf(SecurityContext caller) {
        return caller.getUserPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getUserPrincipal().getName();
    }

    private static Instant limitOf(SecurityContext caller) {
        return caller.getUserPrincipal() instanceof TimeLimited bearer ? bearer.limit() : Instant.MIN;
    }
}
