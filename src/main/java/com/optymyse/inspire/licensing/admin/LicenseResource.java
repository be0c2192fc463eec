package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.Activation;
import com.optymyse.inspire.licensing.activation.Deactivation;
import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.activation.Operations;
import com.optymyse.inspire.licensing.activation.Preview;
import com.optymyse.inspire.licensing.activation.PreviewBinding;
import com.optymyse.inspire.licensing.activation.RefusedOperations;
import com.optymyse.inspire.licensing.activation.Revalidation;
import com.optymyse.inspire.licensing.admin.ActivationRequest.Asked;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Contacts;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an admin does with the installation's license. */
@Path("/license")
@Tag(name = "License", description = "For admins: the installation's license")
@RolesAllowed("Admin")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
public class LicenseResource {

    private final CurrentInstallation current;
    private final Activation activation;
    private final Preview preview;
    private final Revalidation revalidation;
    private final Deactivation deactivation;
    private final RateLimit limit;
    private final ConcurrencyLimit bulkhead;
    private final RefusedOperations refused;
    private final Operations operations;
    private final Conflicts conflicts;
    private final LicenseAnswers answers;
    private final Contacts contacts;
    private final Callers callers;

    LicenseResource(
            CurrentInstallation current,
            Activation activation,
            Preview preview,
            Revalidation revalidation,
            Deactivation deactivation,
            RateLimit limit,
            ConcurrencyLimit bulkhead,
            RefusedOperations refused,
            Operations operations,
            Conflicts conflicts,
            LicenseAnswers answers,
            Contacts contacts,
            Callers callers) {
        this.current = current;
        this.activation = activation;
        this.preview = preview;
        this.revalidation = revalidation;
        this.deactivation = deactivation;
        this.limit = limit;
        this.bulkhead = bulkhead;
        this.refused = refused;
        this.operations = operations;
        this.conflicts = conflicts;
        this.answers = answers;
        this.contacts = contacts;
        this.callers = callers;
    }

    @Operation(
            summary = "The license, its limits and entitlements, and expected changes",
            description =
                    "The service answers from memory, even if the database or the licensing server is not available.")
    @APIResponse(
            responseCode = "200",
            description = "The present state of the installation",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @Refuses(RefusalCode.STARTING)
    @GET
    public LicenseAnswer status() {
        return answers.of(current.now(), callers.present());
    }

    @Operation(
            summary = "Activate a license; it replaces the present one",
            description = "Online with the license key, or offline with the key and a signed license file. A refused"
                    + " activation changes nothing. The operation is idempotent. With the digest of a preview, the"
                    + " service activates exactly what the preview showed. If that is no longer possible, it"
                    + " refuses, and answers with the current preview.")
    @APIResponse(
            responseCode = "200",
            description = "The license is activated",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @RefusesLicense
    @Refuses({
        RefusalCode.OPERATION_IN_PROGRESS,
        RefusalCode.PREVIEW_OUTDATED,
        RefusalCode.MACHINE_LIMIT_REACHED,
        RefusalCode.FINGERPRINT_TAKEN,
        RefusalCode.STOPPING
    })
    @POST
    @Path("/activate")
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ActivationRequest.class),
                            examples = {
                                @ExampleObject(name = "online", value = Examples.ONLINE),
                                @ExampleObject(name = "previewed", value = Examples.PREVIEWED),
                                @ExampleObject(name = "offline", value = Examples.OFFLINE)
                            }))
    public Uni<LicenseAnswer> activate(ActivationRequest request) {
        Caller who = callers.present();
        return refused.logged(Action.ACTIVATE, who, request.named(), () -> activate(request, who))
                .map(done -> answers.of(done, who));
    }

    private Uni<Snapshot> activate(ActivationRequest request, Caller who) {
        limit.count(callers.subject());
        return switch (request.asked()) {
            case Asked.Online(PastedKey key, PreviewBinding expected) ->
                run(() -> activation.online(key, expected, who));
            case Asked.Offline(Brought brought, PreviewBinding expected) ->
                run(() -> activation.offline(brought, expected, who));
        };
    }

    @Operation(
            summary = "Preview an activation",
            description = "A preview changes nothing, here or at the licensing server.")
    @APIResponse(
            responseCode = "200",
            description = "The changes that the activation would make",
            content =
                    @Content(
                            schema = @Schema(implementation = PreviewAnswer.class),
                            examples = @ExampleObject(name = "preview", value = Examples.PREVIEW)))
    @RefusesLicense
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ActivationRequest.class),
                            examples = {
                                @ExampleObject(name = "online", value = Examples.ONLINE),
                                @ExampleObject(name = "offline", value = Examples.OFFLINE)
                            }))
    public Uni<PreviewAnswer> preview(ActivationRequest request) {
        limit.count(callers.subject());
        return switch (request.asked()) {
            case Asked.Online(PastedKey key, PreviewBinding any) ->
                preview.online(key).map(PreviewAnswer::of);
            case Asked.Offline(Brought brought, PreviewBinding any) ->
                preview.offline(brought).map(PreviewAnswer::of);
        };
    }

    @Operation(
            summary = "Re-validate the license at the licensing server now",
            description = "A verdict against the license is not an error: the status is 200, with the new standing.")
    @APIResponse(
            responseCode = "200",
            description = "The licensing server has answered",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "licensed", value = Examples.LICENSED)))
    @Refuses({
        RefusalCode.NOT_LICENSED,
        RefusalCode.OFFLINE_LICENSE,
        RefusalCode.OPERATION_IN_PROGRESS,
        RefusalCode.CLOCK_WRONG,
        RefusalCode.TOO_MANY_REQUESTS,
        RefusalCode.LICENSING_SERVER_BUSY,
        RefusalCode.LICENSING_SERVER_ERROR,
        RefusalCode.LICENSING_SERVER_UNTRUSTED,
        RefusalCode.LICENSING_SERVER_UNREACHABLE,
        RefusalCode.STORE_UNAVAILABLE,
        RefusalCode.STOPPING
    })
    @POST
    @Path("/revalidate")
    @Cancellable(false)
    public Uni<LicenseAnswer> revalidate() {
        Caller who = callers.present();
        // However many wait for the licensing server's one answer, they take nobody's room in the bulkhead.
        return refused.logged(Action.REVALIDATE, who, () -> revalidate(who)).map(done -> answers.of(done, who));
    }

    @Operation(
            summary = "Remove the license from this installation",
            description = "The installation is unlicensed at once. The service releases the seat at the licensing"
                    + " server now, or retries until it succeeds.")
    @APIResponse(
            responseCode = "200",
            description = "The installation has no license any more",
            content =
                    @Content(
                            schema = @Schema(implementation = LicenseAnswer.class),
                            examples = @ExampleObject(name = "unlicensed", value = Examples.UNLICENSED)))
    @Refuses({
        RefusalCode.NOT_LICENSED,
        RefusalCode.OPERATION_IN_PROGRESS,
        RefusalCode.STORE_UNAVAILABLE,
        RefusalCode.STOPPING
    })
    @POST
    @Path("/deactivate")
    @Cancellable(false)
    public Uni<LicenseAnswer> deactivate() {
        Caller who = callers.present();
        return refused.logged(Action.DEACTIVATE, who, () -> run(() -> deactivation.deactivate(who)))
                .map(done -> answers.of(
                        done.snapshot(),
                        who,
                        done.release(),
                        done.release() == Release.NOT_POSSIBLE ? supportFreesTheSeat() : null));
    }

    private Uni<Snapshot> revalidate(Caller who) {
        limit.count(callers.subject());
        return operations.run(() -> conflicts.told(revalidation.revalidate(who)));
    }

    /** Runs the operation to its end, also when the client closes the connection meanwhile. */
    private <T> Uni<T> run(Supplier<Uni<T>> operation) {
        return operations.run(() -> bulkhead.admit(() -> conflicts.told(operation.get())));
    }

    private String supportFreesTheSeat() {
        return "The seat can't be freed from here: contact " + contacts.support()
                + " to release the activation manually.";
    }
}
