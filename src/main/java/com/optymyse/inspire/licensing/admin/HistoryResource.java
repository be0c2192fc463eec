package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.audit.AuditTrail.Query;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** What has happened to the license, for an admin. */
@Path("/license/history")
@Tag(name = "License", description = "For admins: the installation's license")
@RolesAllowed("Admin")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
public class HistoryResource {

    private final AuditTrail trail;
    private final AuditVerification watch;

    HistoryResource(AuditTrail trail, AuditVerification watch) {
        this.trail = trail;
        this.watch = watch;
    }

    @Operation(
            summary = "The history of the license",
            description = "Each change of the license, the verdict or the standing, and each refused attempt, newest"
                    + " first. The service keeps entries for licensing.audit.keep.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the audit trail",
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryAnswer.class),
                            examples = @ExampleObject(name = "history", value = Examples.HISTORY)))
    @Refuses(RefusalCode.STORE_UNAVAILABLE)
    @GET
    public Uni<HistoryAnswer> history(
            @Parameter(
                            description =
                                    "Only entries with a smaller number than this; use the `next` of the previous page")
                    @QueryParam("before")
                    @Min(1)
                    @Nullable
                    Long before,
            @Parameter(
                            description =
                                    "Only entries of the request with this X-Request-Id. An entry appears when its operation has"
                                            + " ended. A re-validation that shared the result of another admin's re-validation has no"
                                            + " entry; the log line of the other re-validation names its request.")
                    @QueryParam("request")
                    @Pattern(regexp = Caller.REQUEST)
                    @Nullable
                    String request,
            @Parameter(
                            description =
                                    "Only entries with one of these actions, as in the field `action` of an entry. The parameter"
                                            + " may be repeated.")
                    @QueryParam("action")
                    List<String> action,
            @Parameter(description = "Only entries with this outcome, as in the field `outcome` of an entry")
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Parameter(
                            description = "Only entries from this time on, in ISO 8601",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("since")
                    @Nullable
                    String since,
            @Parameter(
                            description = "Only entries before this time, in ISO 8601",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("until")
                    @Nullable
                    String until,
            @Parameter(description = "The maximum number of entries")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit) {
        Query query = new Query(
                before,
                request,
                HistoryQuery.actions(action),
                HistoryQuery.outcome(outcome),
                HistoryQuery.time("since", since),
                HistoryQuery.time("until", until),
                limit + 1);
        return trail.newest(query).map(newest -> HistoryAnswer.of(newest, limit));
    }

    @Operation(
            operationId = "verifyHistory",
            summary = "Verify the audit trail",
            description =
                    "The service reads the whole audit trail, and names the first entry that is missing or was changed.")
    @APIResponse(
            responseCode = "200",
            description = "The result of the verification",
            content =
                    @Content(
                            schema = @Schema(implementation = TrailAnswer.class),
                            examples = @ExampleObject(name = "sound", value = Examples.SOUND_TRAIL)))
    @Refuses(RefusalCode.STORE_UNAVAILABLE)
    @GET
    @Path("/verification")
    public Uni<TrailAnswer> verification() {
        return watch.verify().map(TrailAnswer::of);
    }
}
