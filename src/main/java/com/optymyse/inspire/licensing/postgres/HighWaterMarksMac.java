package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.KeyRing.SealBrokenException;
import java.util.List;

/** Vouches for the latest times that an installation knows of, whether it holds a license or not. */
final class HighWaterMarksMac {

    private static final byte[] NOTHING = {};

    private final KeyRing ring;

    HighWaterMarksMac(KeyRing ring) {
        this.ring = ring;
    }

    void seal(InstallationRow row, List<KnownLicenseRow> known) {
        row.marksSecretId = ring.sealingKeyId();
        row.marksSeal = ring.seal(NOTHING, data(row, known));
    }

    /**
     * Whether the times are as they were sealed.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    boolean holds(InstallationRow row, List<KnownLicenseRow> known) {
        if (row.marksSecretId == null || row.marksSeal == null) {
            return false;
        }
        try {
            ring.open(row.marksSecretId, row.marksSeal, data(row, known));
            return true;
        } catch (SealBrokenException changed) {
            return false;
        }
    }

    private static byte[] data(InstallationRow row, List<KnownLicenseRow> known) {
        return new AdditionalData("installation.marks/1")
                .add(row.id.toString())
                .add(row.version)
                .add(row.signedTime)
                .add(row.seenTime)
                .add(row.freshTime)
                .add(row.clockChallenge)
                .add(row.clockChallengeAt)
                .add(known)
                .toBytes();
    }
}
