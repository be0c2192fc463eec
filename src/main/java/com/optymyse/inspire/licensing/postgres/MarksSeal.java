package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.KeyRing.SealBrokenException;
import java.time.Instant;
import java.util.Map;

/** Vouches for the latest times that an installation knows of, whether it holds a license or not. */
final class MarksSeal {

    private static final byte[] NOTHING = {};

    private final KeyRing ring;

    MarksSeal(KeyRing ring) {
        this.ring = ring;
    }

    void seal(InstallationRow row, Map<String, Instant> floors) {
        row.marksSecretId = ring.sealingKeyId();
        row.marksSeal = ring.seal(NOTHING, data(row, floors));
    }

    /**
     * Whether the times are as they were sealed.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    boolean holds(InstallationRow row, Map<String, Instant> floors) {
        if (row.marksSecretId == null || row.marksSeal == null) {
            return false;
        }
        try {
            ring.open(row.marksSecretId, row.marksSeal, data(row, floors));
            return true;
        } catch (SealBrokenException changed) {
            return false;
        }
    }

    private static byte[] data(InstallationRow row, Map<String, Instant> floors) {
        return new AdditionalData("installation.marks/1")
                .add(row.id.toString())
                .add(row.version)
                .add(row.signedTime)
                .add(row.seenTime)
                .add(floors)
                .toBytes();
    }
}
