package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.ActivationRequest.Asked;
import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** What an admin does with the installation's license. */
@Path("/license")
@RolesAllowed("Admin")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
public class LicenseResource {

    private static final String SUPPORT_FREES_THE_SEAT =
            "The seat can't be freed from here: contact Optymyse support to release the activation manually.";

    private final CurrentInstallation current;
    private final Activation activation;
    private final Preview preview;
    private final Revalidation revalidation;
    private final Deactivation deactivation;
    private final TrustAnchors trust;
    private final SecurityIdentity caller;

    LicenseResource(
            CurrentInstallation current,
            Activation activation,
            Preview preview,
            Revalidation revalidation,
            Deactivation deactivation,
            TrustAnchors trust,
            SecurityIdentity caller) {
        this.current = current;
        this.activation = activation;
        this.preview = preview;
        this.revalidation = revalidation;
        this.deactivation = deactivation;
        this.trust = trust;
        this.caller = caller;
    }

    @GET
    public LicenseAnswer status() {
        return answer(current.now());
    }

    @POST
    @Path("/activate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<LicenseAnswer> activate(@Nullable ActivationRequest request) {
        return switch (required(request).asked()) {
            case Asked.Online(LicenseKey key) -> activation.online(key, who()).map(this::answer);
            case Asked.Offline(Brought brought) ->
                activation.offline(brought, who()).map(this::answer);
        };
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PreviewAnswer> preview(@Nullable ActivationRequest request) {
        return switch (required(request).asked()) {
            case Asked.Online(LicenseKey key) -> preview.online(key).map(PreviewAnswer::of);
            case Asked.Offline(Brought brought) -> preview.offline(brought).map(PreviewAnswer::of);
        };
    }

    @POST
    @Path("/revalidate")
    public Uni<LicenseAnswer> revalidate() {
        return revalidation.revalidate(who()).map(this::answer);
    }

    @POST
    @Path("/deactivate")
    public Uni<LicenseAnswer> deactivate() {
        return deactivation
                .deactivate(who())
                .map(done -> LicenseAnswer.of(
                        done.snapshot(),
                        trust.origin(),
                        done.release(),
                        done.release() == Release.NOT_POSSIBLE ? SUPPORT_FREES_THE_SEAT : null));
    }

    private static ActivationRequest required(@Nullable ActivationRequest request) {
        if (request == null) {
            throw Refusal.invalid("body", "A JSON body with method and licenseKey is needed.");
        }
        return request;
    }

    private LicenseAnswer answer(Snapshot snapshot) {
        return LicenseAnswer.of(snapshot, trust.origin());
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
