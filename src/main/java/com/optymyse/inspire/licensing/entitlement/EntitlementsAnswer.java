package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.Limits;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The licensed entitlements and limits, for the services of Inspire. */
@Schema(description = "The licensed entitlements and limits, for the services of Inspire.")
public record EntitlementsAnswer(
        @Schema(description = "Whether entitlements and limits are in force now")
        boolean licensed,

        @Schema(description = "The standing of the installation; with `grace` it is still licensed")
        String standing,

        @Schema(description = "A number that rises with each visible change of the installation")
        long revision,

        @Schema(
                description =
                        "Every entitlement that Inspire or the license knows, granted or not; only the requested one"
                                + " if the request has a `code`")
        List<Entitlement> entitlements,

        Limits limits) {

    static EntitlementsAnswer of(Snapshot snapshot) {
        Licensing licensing = snapshot.licensing();
        return new EntitlementsAnswer(
                licensing.licensed(),
                licensing.standing().word(),
                snapshot.stored().revision(),
                licensing.entitlements(),
                licensing.limits());
    }

    EntitlementsAnswer narrowedTo(Entitlement one) {
        return new EntitlementsAnswer(licensed, standing, revision, List.of(one), limits);
    }
}
