package com.optymyse.inspire.licensing.activation;

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
import org.jspecify.annotations.Nullable;

/**
 * What an activation would change.
 *
 * @param name the license's name before and after
 * @param expiresAt its expiry before and after; null is never, or no license
 * @param gained the entitlements that would be granted and are not now
 * @param lost the entitlements that are granted now and would not be
 * @param kept the entitlements granted before and after
 * @param limits the capacity before and after; -1 is unlimited
 * @param problems what to look at about the new license
 * @param digest what an activation can be bound to: sent as its {@code previewed}, it does this or nothing
 */
public record PreviewAnswer(
        Change<@Nullable String> name,
        Change<@Nullable Instant> expiresAt,
        List<Named> gained,
        List<Named> lost,
        List<Named> kept,
        Change<Limits> limits,
        List<ProblemAnswer> problems,
        String digest) {

    /** A value now, and as it would be. */
    public record Change<T extends @Nullable Object>(T before, T after) {}

    /** An entitlement and what it opens. */
    public record Named(String code, String feature) {

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
                ProblemAnswer.all(next.terms().problems()),
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
