package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.util.Arrays;

/** Encrypts the key that may give a seat back, so that it serves for that very seat at that very server alone. */
final class ReleaseCipher {

    private final StorageEncryption encryption;

    ReleaseCipher(KeyRing ring) {
        this.encryption = new StorageEncryption(ring);
    }

    ReleaseRow encrypt(SeatRelease release) {
        ReleaseRow row = new ReleaseRow();
        row.machineId = release.machineId();
        row.server = release.server();
        row.account = release.account();
        row.licenseId = release.licenseId();
        row.state = EnumText.of(release.state());
        row.since = StoredTime.of(release.since());
        row.attempts = release.attempts();
        row.nextAttemptAt = StoredTime.of(release.nextAttemptAt());
        row.lastError = release.lastError();
        row.secretId = encryption.keyId();
        row.licenseKey = encryption.encrypt(release.key().value().getBytes(UTF_8), keyData(row));
        return row;
    }

    /**
     * The seat of a row.
     *
     * @throws TamperedException when anything that the row was encrypted with has changed
     * @throws KeyRing.UnknownKeyException when the ring has not the key of this row
     */
    SeatRelease decrypt(ReleaseRow row) throws TamperedException {
        byte[] key = encryption.decrypt(row.secretId, row.licenseKey, keyData(row));
        return new SeatRelease(
                row.machineId,
                row.server,
                row.account,
                row.licenseId,
                new LicenseKey(new String(key, UTF_8)),
                state(row.state),
                row.since,
                row.attempts,
                row.nextAttemptAt,
                row.lastError);
    }

    /** A newer version of this service may know more states; such a row must not keep this one from reading the rest. */
    private static SeatRelease.State state(String text) {
        return Arrays.stream(SeatRelease.State.values())
                .filter(state -> EnumText.of(state).equals(text))
                .findFirst()
                .orElse(SeatRelease.State.UNKNOWN);
    }

    private static byte[] keyData(ReleaseRow row) {
        return new AdditionalData("release.license_key/1")
                .add(row.machineId)
                .add(row.server)
                .add(row.account)
                .add(row.licenseId)
                .toBytes();
    }
}
