package com.optymyse.inspire.licensing.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables, read over JDBC. */
final class OperatorRows {

    private OperatorRows() {}

    /** Converts the current row of a result set into an object of this service. */
    interface RowReader<R> {
        R read(ResultSet results) throws SQLException;
    }

    static InstallationRow installation(ResultSet results) throws SQLException {
        InstallationRow row = new InstallationRow();
        row.id = results.getObject("id", UUID.class);
        row.fingerprint = results.getString("fingerprint");
        row.version = results.getLong("version");
        row.revision = results.getLong("revision");
        row.signedTime = time(results, "signed_time");
        row.seenTime = time(results, "seen_time");
        row.freshTime = time(results, "fresh_time");
        row.clockChallenge = results.getString("clock_challenge");
        row.clockChallengeAt = time(results, "clock_challenge_at");
        row.marksSecretId = results.getString("marks_secret_id");
        row.marksMac = results.getBytes("marks_seal");
        return row;
    }

    static LicenseRow license(ResultSet results) throws SQLException {
        LicenseRow row = new LicenseRow();
        row.installationId = results.getObject("installation_id", UUID.class);
        row.secretId = results.getString("secret_id");
        row.licenseKey = results.getBytes("license_key");
        row.certificate = results.getBytes("certificate");
        row.mode = results.getString("mode");
        row.machineId = results.getString("machine_id");
        row.activatedAt = present(results, "activated_at");
        row.verdict = results.getString("verdict");
        row.verdictAt = time(results, "verdict_at");
        row.lastAttemptAt = time(results, "last_attempt_at");
        row.lastOutcome = results.getString("last_outcome");
        row.failures = results.getInt("failures");
        row.nextAttemptAt = time(results, "next_attempt_at");
        row.refusedWith = results.getString("refused_with");
        row.acceptedAsOlder = results.getBoolean("accepted_as_older");
        row.countsUntil = time(results, "counts_until");
        return row;
    }

    static AuditRow audit(ResultSet results) throws SQLException {
        AuditRow row = new AuditRow();
        row.id = results.getLong("id");
        row.at = present(results, "at");
        row.actor = results.getString("actor");
        row.action = results.getString("action");
        row.outcome = results.getString("outcome");
        row.code = results.getString("code");
        row.detail = results.getString("detail");
        row.licenseKey = results.getString("license_key");
        row.standing = results.getString("standing");
        row.reason = results.getString("reason");
        row.request = results.getString("request");
        row.facts = results.getString("facts");
        row.knownTime = time(results, "known_time");
        row.knownSince = time(results, "known_since");
        row.secretId = results.getString("secret_id");
        row.mac = results.getBytes("mac");
        return row;
    }

    static AuditEndsRow auditChain(ResultSet results) throws SQLException {
        AuditEndsRow row = new AuditEndsRow();
        row.anchorId = results.getLong("anchor_id");
        row.anchorMac = results.getBytes("anchor_mac");
        row.headId = results.getLong("head_id");
        row.headMac = results.getBytes("head_mac");
        row.flawId = results.getObject("flaw_id", Long.class);
        row.standing = results.getString("standing");
        row.reason = results.getString("reason");
        row.standingAt = time(results, "standing_at");
        row.secretId = results.getString("secret_id");
        row.mac = results.getBytes("mac");
        return row;
    }

    static ReleaseRow release(ResultSet results) throws SQLException {
        ReleaseRow row = new ReleaseRow();
        row.machineId = results.getString("machine_id");
        row.server = results.getString("server");
        row.account = results.getString("account");
        row.licenseId = results.getString("license_id");
        row.secretId = results.getString("secret_id");
        row.licenseKey = results.getBytes("license_key");
        row.state = results.getString("state");
        row.since = present(results, "since");
        row.attempts = results.getInt("attempts");
        row.nextAttemptAt = present(results, "next_attempt_at");
        row.lastError = results.getString("last_error");
        return row;
    }

    static SigningKeyRow signingKey(ResultSet results) throws SQLException {
        SigningKeyRow row = new SigningKeyRow();
        row.number = results.getLong("number");
        row.installationId = results.getObject("installation_id", UUID.class);
        row.publicKey = results.getBytes("public_key");
        row.secretId = results.getString("secret_id");
        row.privateKey = results.getBytes("private_key");
        row.signsFrom = present(results, "signs_from");
        return row;
    }

    static List<KnownLicenseRow> knownLicenses(Connection connection) throws SQLException {
        return Jdbc.query(connection, "SELECT * FROM known_license", OperatorRows::knownLicense);
    }

    private static KnownLicenseRow knownLicense(ResultSet results) throws SQLException {
        KnownLicenseRow row = new KnownLicenseRow();
        row.licenseId = results.getString("license_id");
        row.issuedAt = time(results, "issued_at");
        row.entitlements = results.getString("entitlements");
        row.maxDisplays = results.getObject("max_displays", Integer.class);
        row.maxAgiles = results.getObject("max_agiles", Integer.class);
        row.aiCreditsPerMonth = results.getObject("ai_credits_per_month", Integer.class);
        row.expiresAt = time(results, "expires_at");
        row.gracePeriodDays = results.getObject("grace_period_days", Integer.class);
        row.state = results.getString("state");
        row.verdict = results.getString("verdict");
        row.verdictAt = time(results, "verdict_at");
        row.verdictMachineId = results.getString("verdict_machine_id");
        return row;
    }

    private static Instant present(ResultSet results, String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet results, String column) throws SQLException {
        OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
