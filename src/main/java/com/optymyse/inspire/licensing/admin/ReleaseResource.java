package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.ActivationConfig;
import com.optymyse.inspire.licensing.activation.Operations;
import com.optymyse.inspire.licensing.activation.RefusedOperations;
import com.optymyse.inspire.licensing.activation.SeatReleases;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an admin does with seats that could not be given back. */
@Path("/license/releases")
@Tag(name = "License", description = "For admins: the installation's license")
@RolesAllowed("Admin")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
public class ReleaseResource {

    private final SeatReleases releases;
    private final RefusedOperations refused;
    private final Operations operations;
    private final Conflicts conflicts;
    private final ConcurrencyLimit bulkhead;
    private final ActivationConfig config;
    private final LicenseAnswers answers;
    private final RateLimit limit;
    private final Callers callers;

    ReleaseResource(
            SeatReleases releases,
            RefusedOperations refused,
            Operations operations,
            Conflicts conflicts,
            ConcurrencyLimit bulkhead,
            ActivationConfig config,
            LicenseAnswers answers,
            RateLimit limit,
            Callers callers) {
        this.releases = releases;
        this.refused = refused;
        this.operations = operations;
        this.conflicts = conflicts;
        this.bulkhead = bulkhead;
        this.config = config;
        this.answers = answers;
        this.limit = limit;
        this.callers = callers;
    }

    @Operation(
            operationId = "dismissRelease",
            summary = "Dismiss a blocked release of a seat",
            description = "The service does not retry the release any more. The seat stays taken at the licensing"
                    + " server until the vendor releases it.")
    @APIResponse(
            responseCode = "200",
            description = "The release is dismissed",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @Refuses({
        RefusalCode.NOT_FOUND,
        RefusalCode.RELEASE_NOT_BLOCKED,
        RefusalCode.OPERATION_IN_PROGRESS,
        RefusalCode.STORE_UNAVAILABLE,
        RefusalCode.STOPPING
    })
    @POST
    @Path("/{machineId}/dismiss")
    @Cancellable(false)
    public Uni<LicenseAnswer> dismiss(
            @Parameter(description = "The `machineId` of the pending release") @PathParam("machineId")
                    String machineId) {
        Caller who = callers.present();
        return refused.logged(Action.DISMISS_RELEASE, who, Optional.empty(), () -> dismiss(machineId, who))
                .map(done -> answers.of(done, who));
    }

    @Operation(
            operationId = "retryRelease",
            summary = "Retry a blocked release of a seat",
            description = "The service asks the licensing server now. If the server refuses again, the release stays"
                    + " blocked. The field `pendingReleases` of the answer shows the result.")
    @APIResponse(
            responseCode = "200",
            description = "The service has asked the licensing server",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @Refuses({
        RefusalCode.NOT_FOUND,
        RefusalCode.RELEASE_NOT_BLOCKED,
        RefusalCode.OPERATION_IN_PROGRESS,
        RefusalCode.TOO_MANY_REQUESTS,
        RefusalCode.LICENSING_SERVER_BUSY,
        RefusalCode.STORE_UNAVAILABLE,
        RefusalCode.STOPPING
    })
    @POST
    @Path("/{machineId}/retry")
    @Cancellable(false)
    public Uni<LicenseAnswer> retry(
            @Parameter(description = "The `machineId` of the pending release") @PathParam("machineId")
                    String machineId) {
        Caller who = callers.present();
        return refused.logged(Action.RELEASE, who, Optional.empty(), () -> retry(machineId, who))
                .map(done -> answers.of(done, who));
    }

    private Uni<Snapshot> retry(String machineId, Caller who) {
        limit.count(callers.subject());
        return operations.run(
                () -> bulkhead.admit(() -> conflicts.told(releases.retry(machineId, config.lockTimeout(), who))));
    }

    private Uni<Snapshot> dismiss(String machineId, Caller who) {
        return operations.run(
                () -> bulkhead.admit(() -> conflicts.told(releases.dismiss(machineId, config.lockTimeout(), who))));
    }
}
