package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.Operations;
import com.optymyse.inspire.licensing.activation.RefusedOperations;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.Rollbacks;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an admin does about an older state that was found in the database. */
@Path("/license/rollback")
@Tag(name = "License", description = "For admins: the installation's license")
@RolesAllowed("Admin")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
public class RollbackResource {

    private final Rollbacks rollbacks;
    private final RefusedOperations refused;
    private final Operations operations;
    private final LicenseAnswers answers;
    private final Callers callers;

    RollbackResource(
            Rollbacks rollbacks,
            RefusedOperations refused,
            Operations operations,
            LicenseAnswers answers,
            Callers callers) {
        this.rollbacks = rollbacks;
        this.refused = refused;
        this.operations = operations;
        this.answers = answers;
        this.callers = callers;
    }

    @Operation(
            operationId = "confirmRollback",
            summary = "Confirm the older state that was found in the database",
            description = "All replicas stop reporting the problem `state-rolled-back`. Nothing else changes.")
    @APIResponse(
            responseCode = "200",
            description = "The older state is confirmed",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @Refuses({RefusalCode.NOT_FOUND, RefusalCode.STORE_UNAVAILABLE, RefusalCode.STOPPING})
    @POST
    @Path("/confirm")
    @Cancellable(false)
    public Uni<LicenseAnswer> confirm() {
        Caller who = callers.present();
        return refused.logged(Action.CONFIRM_ROLLBACK, who, Optional.empty(), () -> confirm(who))
                .map(done -> answers.of(done, who));
    }

    private Uni<Snapshot> confirm(Caller who) {
        return operations.run(() -> rollbacks.confirm(who));
    }
}
