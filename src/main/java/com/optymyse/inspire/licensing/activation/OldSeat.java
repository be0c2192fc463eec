package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.Evidence;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.ValidationMode;
import java.time.Instant;
import java.util.List;

/** Which seat is to be given back when a license goes: a pure decision. */
final class OldSeat {

    private OldSeat() {}

    /** The release of the seat that the license held has, if it has one that can be released from here. */
    static List<SeatRelease> of(Evidence held, String server, Instant now) {
        return held instanceof Evidence.Proven(HeldLicense license, Certificate certificate)
                        && license.mode() == ValidationMode.ONLINE
                        && license.machineId() != null
                ? List.of(release(license, license.machineId(), certificate.license(), server, now))
                : List.of();
    }

    /**
     * The same, unless the seat is still needed: it is the very one that the new certificate names, or the new certificate
     * is a license file of the same license, which names none.
     */
    static List<SeatRelease> replacedBy(Certificate next, Evidence held, String server, Instant now) {
        return of(held, server, now).stream()
                .filter(release -> !isSeatOf(next, release))
                .toList();
    }

    private static boolean isSeatOf(Certificate next, SeatRelease seat) {
        return next.machineId() == null
                ? next.license().id().equals(seat.licenseId())
                        && next.license().account().equals(seat.account())
                : next.machineId().equals(seat.machineId());
    }

    private static SeatRelease release(
            HeldLicense held, String machineId, License license, String server, Instant now) {
        return new SeatRelease(
                machineId,
                server,
                license.account(),
                license.id(),
                held.key(),
                SeatRelease.State.QUEUED,
                now,
                0,
                now,
                null);
    }
}
