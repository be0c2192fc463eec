package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import java.util.Optional;

/**
 * The state as its rows hold it. The certificate is not verified yet, which takes a moment where it is a new one of many
 * entitlements.
 *
 * @param withoutLicense all but the license held, which is unreadable here where its row is there
 * @param held the license of a row that opens; empty where it does not, and where no license is held
 */
record ReadState(StoredInstallation withoutLicense, Optional<HeldLicense> held) {

    HighWaterMarks marks() {
        return withoutLicense.marks();
    }

    KnownLicenses known() {
        return withoutLicense.known();
    }

    /** As {@link StoredInstallation#isAsWritten}. */
    boolean isAsWritten() {
        return held.isPresent() ? marks().intact() : withoutLicense.isAsWritten();
    }
}
