package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ValidationMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which seat has to be released when a license is removed or replaced: a pure decision. */
final class ReplacedSeat {

    /** The account and license of a seat that no certificate proves any more. Its machine and key can still release it. */
    static final String UNKNOWN = "unknown";

    private ReplacedSeat() {}

    /**
     * The release of the seat of the license that is held; empty if that license has no seat that can be released from
     * here. It need not be proven any more: a certificate that ceased to verify is no reason to leave its seat behind.
     */
    static List<SeatRelease> of(Snapshot held, String server, Instant now) {
        LicenseState state = held.stored().license();
        HeldLicense license = state.held();
        return license != null && license.mode() == ValidationMode.ONLINE && license.machineId() != null
                ? List.of(release(license, license.machineId(), state.certificate(), server, now))
                : List.of();
    }

    /**
     * The release, unless the seat is still needed. It is needed if the new certificate names it, or if that is a license
     * file of the same license, which names no seat.
     */
    static List<SeatRelease> replacedBy(Certificate next, Snapshot held, String server, Instant now) {
        return of(held, server, now).stream()
                .filter(release -> !isSeatOf(next, release))
                .toList();
    }

    /** Whether another license than the new one is held. */
    static boolean isOfAnotherLicense(Snapshot held, LicenseKey nextKey, Certificate next) {
        return switch (held.stored().license()) {
            case LicenseState.None none -> false;
            case LicenseState.Unreadable unreadable -> true;
            case LicenseState.Proven proven ->
                !proven.certificate().license().id().equals(next.license().id());
            case LicenseState.Unproven unproven -> !unproven.held().key().equals(nextKey);
        };
    }

    private static boolean isSeatOf(Certificate next, SeatRelease seat) {
        return next.machineId() == null
                ? next.license().id().equals(seat.licenseId())
                        && next.license().account().equals(seat.account())
                : next.machineId().equals(seat.machineId());
    }

    private static SeatRelease release(
            HeldLicense held, String machineId, @Nullable Certificate certificate, String server, Instant now) {
        return new SeatRelease(
                machineId,
                server,
                certificate == null ? UNKNOWN : certificate.license().account(),
                certificate == null ? UNKNOWN : certificate.license().id(),
                held.key(),
                SeatRelease.State.QUEUED,
                now,
                0,
                now,
                null);
    }
}
