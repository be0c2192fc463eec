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

/** Which seat is to be given back when a license goes: a pure decision. */
final class ReplacedSeat {

    /** For a seat that nothing proves any more: whose it was is not known, but its machine and key still release it. */
    static final String UNKNOWN = "unknown";

    private ReplacedSeat() {}

    /**
     * The release of the seat that the license held has, if it has one that can be released from here. It need not be
     * proven any more: a certificate that ceased to verify is no reason to leave its seat behind.
     */
    static List<SeatRelease> of(Snapshot held, String server, Instant now) {
        LicenseState state = held.stored().license();
        HeldLicense license = state.held();
        return license != null && license.mode() == ValidationMode.ONLINE && license.machineId() != null
                ? List.of(release(license, license.machineId(), state.certificate(), server, now))
                : List.of();
    }

    /**
     * The same, unless the seat is still needed: it is the very one that the new certificate names, or the new certificate
     * is a license file of the same license, which names none.
     */
    static List<SeatRelease> replacedBy(Certificate next, Snapshot held, String server, Instant now) {
        return of(held, server, now).stream()
                .filter(release -> !isSeatOf(next, release))
                .toList();
    }

    /** Whether a license is held, and it is not the one that is to be held. */
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
