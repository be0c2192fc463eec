package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.postgres.StorageEncryption.TamperedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts every row under the ring's first key, within the caller's transaction. It locks the installation's row first, as
 * every change of a service does, so that none comes in between.
 */
final class Reencryption {

    private final Connection connection;
    private final KeyRing ring;
    private final List<String> unreadable = new ArrayList<>();

    Reencryption(Connection connection, KeyRing ring) {
        this.connection = connection;
        this.ring = ring;
    }

    /** @throws KeyRing.UnknownKeyException when the ring lacks a key that is in use */
    Reencrypted run() throws SQLException {
        Optional<InstallationRow> installation =
                first("SELECT * FROM installation FOR UPDATE", OperatorRows::installation);
        int times = installation.isPresent() ? times(installation.get()) : 0;
        int licenses = installation.isPresent() ? license(installation.get()) : 0;
        int releases = releases();
        int signingKeys = signingKeys();
        long audit = audit();
        String rows = "license " + licenses + ", releases " + releases + ", signing keys " + signingKeys + ", times "
                + times + ", audit " + audit;
        return new Reencrypted(ring.firstKeyId(), rows, unreadable);
    }

    /** Signs the latest times again. Times without a MAC of their own are proven by the license, and stay so. */
    private int times(InstallationRow row) throws SQLException {
        if (row.marksMac == null) {
            return 0;
        }
        List<KnownLicenseRow> known = known();
        HighWaterMarksMac mac = new HighWaterMarksMac(ring);
        if (!mac.verifies(row, known)) {
            unreadable.add("the latest times known");
            return 0;
        }
        mac.sign(row, known);
        return update("UPDATE installation SET marks_secret_id = ?, marks_seal = ?", row.marksSecretId, row.marksMac);
    }

    private int license(InstallationRow installation) throws SQLException {
        Optional<LicenseRow> row = first("SELECT * FROM license", OperatorRows::license);
        if (row.isEmpty()) {
            return 0;
        }
        List<KnownLicenseRow> known = known();
        LicenseCipher cipher = new LicenseCipher(ring);
        Optional<HeldLicense> held = cipher.decrypt(row.get(), installation, known);
        if (held.isEmpty()) {
            unreadable.add("the license");
            return 0;
        }
        LicenseRow encrypted = cipher.encrypt(held.get(), installation, known);
        return update(
                "UPDATE license SET secret_id = ?, license_key = ?, certificate = ?",
                encrypted.secretId,
                encrypted.licenseKey,
                encrypted.certificate);
    }

    private int releases() throws SQLException {
        ReleaseCipher cipher = new ReleaseCipher(ring);
        int done = 0;
        for (ReleaseRow row : all("SELECT * FROM release ORDER BY machine_id FOR UPDATE", OperatorRows::release)) {
            try {
                ReleaseRow encrypted = cipher.encrypt(cipher.decrypt(row));
                done += update(
                        "UPDATE release SET secret_id = ?, license_key = ? WHERE machine_id = ?",
                        encrypted.secretId,
                        encrypted.licenseKey,
                        encrypted.machineId);
            } catch (TamperedException changed) {
                unreadable.add("the release of the seat " + row.machineId);
            }
        }
        return done;
    }

    private int signingKeys() throws SQLException {
        SigningKeyCipher cipher = new SigningKeyCipher(ring);
        int done = 0;
        for (SigningKeyRow row :
                all("SELECT * FROM signing_key ORDER BY number FOR UPDATE", OperatorRows::signingKey)) {
            try {
                SigningKeyRow encrypted = cipher.encrypt(cipher.decrypt(row), row.installationId);
                done += update(
                        "UPDATE signing_key SET secret_id = ?, private_key = ? WHERE number = ?",
                        encrypted.secretId,
                        encrypted.privateKey,
                        encrypted.number);
            } catch (TamperedException changed) {
                unreadable.add("the signing key " + row.number);
            }
        }
        return done;
    }

    /** The note of where the trail ends is signed anew whatever is wrong with the entries. */
    private long audit() throws SQLException {
        AuditReport report = new OperatorAudit(connection, ring).signAgain();
        Fault fault = report.fault();
        if (fault != null) {
            unreadable.add("the entries of the audit trail (" + fault.problem() + ")");
        }
        return fault == null ? report.entries() : 0;
    }

    private List<KnownLicenseRow> known() throws SQLException {
        return OperatorRows.knownLicenses(connection);
    }

    private <R> Optional<R> first(String sql, OperatorRows.RowReader<R> reader) throws SQLException {
        return all(sql, reader).stream().findFirst();
    }

    private <R> List<R> all(String sql, OperatorRows.RowReader<R> reader) throws SQLException {
        return Jdbc.query(connection, sql, reader);
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        return Jdbc.update(connection, sql, values);
    }
}
