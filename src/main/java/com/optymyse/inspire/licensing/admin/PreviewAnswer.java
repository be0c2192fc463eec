package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.Preview.Prospect;
import com.optymyse.inspire.licensing.installation.LicenseDetails;
import com.optymyse.inspire.licensing.installation.Licensing;
import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an activation would change, for example the license's name and expiry. A null stands for no license, no name or
 * never.
 */
@Schema(description = "The changes that an activation would make.")
public record PreviewAnswer(
        Change<@Nullable String> name,
        Change<@Nullable Instant> expiresAt,

        @Schema(description = "The entitlements that the activation adds")
        List<Named> gained,

        @Schema(description = "The entitlements that the activation removes")
        List<Named> lost,

        @Schema(description = "The entitlements that are granted before and after the activation")
        List<Named> kept,

        Change<Limits> limits,

        @Schema(
                description =
                        "When the license file expires here, in UTC; null for an online activation, and for never")
        @Nullable
        Instant fileEndsAt,

        @Schema(description = "Problems of the new license that an admin should look at")
        List<ProblemAnswer> problems,

        @Schema(
                description =
                        "The digest of this preview. An activation with this digest in `previewed` has exactly this"
                                + " result, or is refused.")
        String digest) {

    /** A value now, and as it would be. */
    public record Change<T extends @Nullable Object>(T before, T after) {}

    /** An entitlement and its feature. */
    @Schema(description = "An entitlement and its feature.")
    public record Named(
            @Schema(description = "The vendor's code of the entitlement")
            String code,

            @Schema(description = "The name of the feature, for people")
            String feature) {

        static Named of(Entitlement entitlement) {
            return new Named(entitlement.code(), entitlement.feature());
        }
    }

    static PreviewAnswer of(Prospect prospect) {
        Licensing present = prospect.present().licensing();
        LicenseDetails held = present.license();
        License next = prospect.license();
        List<Entitlement> before = granted(present.entitlements());
        List<Entitlement> after = granted(EntitlementCatalog.grant(prospect.entitlements()));
        return new PreviewAnswer(
                new Change<>(held == null ? null : held.name(), next.name()),
                new Change<>(held == null ? null : held.expiresAt(), next.expiresAt()),
                named(after, code -> !codes(before).contains(code)),
                named(before, code -> !codes(after).contains(code)),
                named(after, codes(before)::contains),
                new Change<>(present.limits(), next.terms().limits()),
                prospect.fileEndsAt(),
                ProblemAnswer.all(next.problems(prospect.entitlements().keySet())),
                prospect.digest().text());
    }

    private static List<Entitlement> granted(List<Entitlement> entitlements) {
        return entitlements.stream().filter(Entitlement::granted).toList();
    }

    private static Set<String> codes(List<Entitlement> entitlements) {
        return entitlements.stream().map(Entitlement::code).collect(Collectors.toSet());
    }

    private static List<Named> named(List<Entitlement> entitlements, Predicate<String> which) {
        return entitlements.stream()
                .filter(entitlement -> which.test(entitlement.code()))
                .map(Named::of)
                .toList();
    }
}
