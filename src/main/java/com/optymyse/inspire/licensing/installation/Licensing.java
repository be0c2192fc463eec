package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Entitlement;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the installation may do at a moment, and the changes to come.
 *
 * @param standing what it may do
 * @param reason why it is not simply licensed; null when it is
 * @param until when the standing changes if nothing else happens; null for never
 * @param license the license held; null when there is none, or when not even its row could be opened
 * @param limits the capacity now; {@link Limits#NONE} unless licensed
 * @param entitlements all that are known, granted or not
 * @param asSigned what would count if the license did, for the admin alone; null when it counts, and where nothing proves it
 * @param forecast the changes of standing to come, soonest first
 * @param problems what an admin should look at
 */
public record Licensing(
        Standing standing,
        @Nullable Reason reason,
        @Nullable Instant until,
        @Nullable LicenseDetails license,
        Limits limits,
        List<Entitlement> entitlements,
        @Nullable AsSigned asSigned,
        List<Forecast> forecast,
        List<LicensingProblem> problems) {

    public Licensing {
        entitlements = List.copyOf(entitlements);
        forecast = List.copyOf(forecast);
        problems = List.copyOf(problems);
    }

    /** Whether entitlements and limits count now. */
    public boolean licensed() {
        return standing.licensed();
    }

    /** When entitlements and limits cease to count if nothing else happens; null for never, and when none count now. */
    public @Nullable Instant fallsAt() {
        return forecast.stream()
                .filter(change -> !change.standing().licensed())
                .map(Forecast::at)
                .findFirst()
                .orElse(null);
    }

    /** Whether someone who asks what is licensed, and not when it was last checked, would see the same. */
    public boolean looksLike(Licensing other) {
        return standing == other.standing
                && reason == other.reason
                && limits.equals(other.limits)
                && entitlements.equals(other.entitlements)
                && problems.equals(other.problems)
                && Objects.equals(unchecked(license), unchecked(other.license));
    }

    private static @Nullable LicenseDetails unchecked(@Nullable LicenseDetails details) {
        return details == null
                ? null
                : new LicenseDetails(
                        details.key(),
                        details.name(),
                        details.status(),
                        details.validationMode(),
                        details.createdAt(),
                        details.expiresAt(),
                        null,
                        null,
                        null);
    }
}
