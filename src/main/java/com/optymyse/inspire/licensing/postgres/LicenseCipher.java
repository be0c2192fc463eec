package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Sha256;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts the license held, so that its row opens only as it was written: together with the certificate, with what was
 * learned about the license, and with the installation as of the same commit.
 */
final class LicenseCipher {

    private final StorageEncryption encryption;

    LicenseCipher(KeyRing ring) {
        this.encryption = new StorageEncryption(ring);
    }

    LicenseRow encrypt(HeldLicense held, InstallationRow installation, List<KnownLicenseRow> known) {
        LicenseRow row = new LicenseRow();
        row.installationId = installation.id;
        row.mode = EnumText.of(held.mode());
        row.machineId = held.machineId();
        row.activatedAt = StoredTime.of(held.activatedAt());
        row.verdict = VerdictText.of(held.verdict());
        row.verdictAt = StoredTime.ofNullable(held.verdictAt());
        row.acceptedAsOlder = held.acceptedAsOlder();
        row.countsUntil = StoredTime.ofNullable(held.countsUntil());
        writeAttempts(row, held.attempts());
        byte[] text = held.certificate().getBytes(UTF_8);
        row.secretId = encryption.keyId();
        row.certificate = encryption.encrypt(text, certificateData(row));
        row.licenseKey =
                encryption.encrypt(held.key().value().getBytes(UTF_8), keyData(row, installation, known, text));
        return row;
    }

    /**
     * Encrypts a row again after the data around it has changed. The certificate stays as it is encrypted, because it is
     * large, and this is done every few seconds.
     */
    void encryptAgain(LicenseRow row, HeldLicense held, InstallationRow installation, List<KnownLicenseRow> known) {
        if (row.secretId.equals(encryption.keyId())) {
            byte[] text = held.certificate().getBytes(UTF_8);
            row.licenseKey =
                    encryption.encrypt(held.key().value().getBytes(UTF_8), keyData(row, installation, known, text));
            return;
        }
        LicenseRow encrypted = encrypt(held, installation, known);
        row.secretId = encrypted.secretId;
        row.certificate = encrypted.certificate;
        row.licenseKey = encrypted.licenseKey;
    }

    /**
     * The license of a row; empty when anything that the row was encrypted with has changed.
     *
     * @throws UnknownKeyException when the ring has not the key of this row, or when a newer version of this service has
     *     written a mode or verdict that this one does not know
     */
    Optional<HeldLicense> decrypt(LicenseRow row, InstallationRow installation, List<KnownLicenseRow> known) {
        try {
            byte[] certificate = encryption.decrypt(row.secretId, row.certificate, certificateData(row));
            byte[] key =
                    encryption.decrypt(row.secretId, row.licenseKey, keyData(row, installation, known, certificate));
            return Optional.of(new HeldLicense(
                    new LicenseKey(new String(key, UTF_8)),
                    new String(certificate, UTF_8),
                    KnownLicenseRow.known("mode", row.mode, text -> EnumText.parse(ValidationMode.class, text)),
                    row.machineId,
                    row.activatedAt,
                    KnownLicenseRow.known("verdict", row.verdict, VerdictText::parse),
                    row.verdictAt,
                    new Attempts(row.lastAttemptAt, row.lastOutcome, row.failures, row.nextAttemptAt, row.refusedWith),
                    row.acceptedAsOlder,
                    row.countsUntil));
        } catch (TamperedException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /**
     * Writes the attempts to re-validate. They grant nothing, so they are not part of the encryption and can be corrected
     * by hand.
     */
    private static void writeAttempts(LicenseRow row, Attempts attempts) {
        row.lastAttemptAt = StoredTime.ofNullable(attempts.lastAt());
        row.lastOutcome = attempts.outcome();
        row.failures = attempts.failures();
        row.nextAttemptAt = StoredTime.ofNullable(attempts.nextAt());
        row.refusedWith = attempts.refusedWith();
    }

    private static byte[] certificateData(LicenseRow row) {
        return new AdditionalData("license.certificate/1")
                .add(row.installationId.toString())
                .toBytes();
    }

    static byte[] keyData(
            LicenseRow row, InstallationRow installation, List<KnownLicenseRow> known, byte[] certificate) {
        return new AdditionalData("license.license_key/1")
                .add(installation.id.toString())
                .add(installation.version)
                .add(installation.signedTime)
                .add(installation.seenTime)
                .add(installation.freshTime)
                .add(installation.clockChallenge)
                .add(installation.clockChallengeAt)
                .add(known)
                .add(row.mode)
                .add(row.machineId)
                .add(row.activatedAt)
                .add(row.verdict)
                .add(row.verdictAt)
                .add(row.acceptedAsOlder ? 1 : 0)
                .add(row.countsUntil)
                .add(Sha256.of(certificate))
                .toBytes();
    }
}
