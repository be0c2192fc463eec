package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.util.List;

/** Proves the latest times that an installation knows of, whether it holds a license or not. */
final class HighWaterMarksMac {

    private static final byte[] NOTHING = {};

    private final StorageEncryption encryption;

    HighWaterMarksMac(KeyRing ring) {
        this.encryption = new StorageEncryption(ring);
    }

    void sign(InstallationRow row, List<KnownLicenseRow> known) {
        row.marksSecretId = encryption.keyId();
        row.marksMac = encryption.encrypt(NOTHING, data(row, known));
    }

    /**
     * Whether the times are as they were signed.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    boolean verifies(InstallationRow row, List<KnownLicenseRow> known) {
        if (row.marksSecretId == null || row.marksMac == null) {
            return false;
        }
        try {
            encryption.decrypt(row.marksSecretId, row.marksMac, data(row, known));
            return true;
        } catch (TamperedException changed) {
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
