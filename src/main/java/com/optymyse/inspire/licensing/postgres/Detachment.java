package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an installation of its own out of a copy, within the caller's transaction. */
final class Detachment {

    private static final String READ = "SELECT * FROM installation FOR UPDATE";

    /**
     * Deletes what belongs to the original: the license, the seats to be released, the check-outs, and the keys that sign
     * what is licensed.
     */
    private static final String FORGET = "DELETE FROM license; DELETE FROM release; DELETE FROM signing_key;"
            + " DELETE FROM check_out; DELETE FROM other_check_out; DELETE FROM rollback_seen";

    private static final String RENAME = """
            UPDATE installation
            SET id = ?, fingerprint = ?, version = version + 1, revision = revision + 1,
                lease_token = NULL, lease_until = NULL, clock_challenge = ?, clock_challenge_at = ?,
                marks_secret_id = ?, marks_seal = ?
            """;

    private final Connection connection;
    private final KeyRing ring;
    private final HighWaterMarksMac mac;

    Detachment(Connection connection, KeyRing ring) {
        this.connection = connection;
        this.ring = ring;
        this.mac = new HighWaterMarksMac(ring);
    }

    String run(String present, Optional<String> configured) throws SQLException {
        InstallationRow row = requirePresent(present);
        UUID id = UUID.randomUUID();
        String fingerprint = configured.orElseGet(id::toString);
        if (fingerprint.equals(present)) {
            throw new IllegalArgumentException("licensing.installation.fingerprint is still the original's, " + present
                    + ". Remove the setting or give the copy a fingerprint of its own.");
        }
        execute(FORGET);
        boolean intact = mac.verifies(row, OperatorRows.knownLicenses(connection));
        row.writeChallenge(configured.isPresent() ? null : challenge(fingerprint, row));
        signFor(id, row, intact);
        Jdbc.update(
                connection,
                RENAME,
                row.id,
                fingerprint,
                row.clockChallenge,
                row.clockChallengeAt == null ? null : row.clockChallengeAt.atOffset(ZoneOffset.UTC),
                row.marksSecretId,
                row.marksMac);
        new OperatorAuditWriter(connection, ring).add(entry());
        execute("NOTIFY licensing");
        return fingerprint;
    }

    /**
     * The clock challenge of the copy: its fingerprint. Nobody can have a file for a random one that is new. One that is
     * configured may be as old as any.
     */
    private static @Nullable ClockChallenge challenge(String fingerprint, InstallationRow row) {
        Instant latest = row.marks().latest();
        return latest == null ? null : new ClockChallenge(fingerprint, latest);
    }

    /** Keeps the latest times known, if they are as the service stored them. */
    private void signFor(UUID id, InstallationRow row, boolean intact) throws SQLException {
        List<KnownLicenseRow> known = OperatorRows.knownLicenses(connection);
        row.id = id;
        row.version++;
        row.marksSecretId = null;
        row.marksMac = null;
        if (intact) {
            mac.sign(row, known);
        }
    }

    private InstallationRow requirePresent(String expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            if (!row.next()) {
                throw new IllegalArgumentException(
                        "This database has no installation yet, so there is nothing to detach.");
            }
            String fingerprint = row.getString("fingerprint");
            if (!fingerprint.equals(expected)) {
                throw new IllegalArgumentException("This database's fingerprint is " + fingerprint + ", not " + expected
                        + ". Make sure that it is the copy, and name its fingerprint.");
            }
            return OperatorRows.installation(row);
        }
    }

    private AuditEntry entry() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet time = statement.executeQuery("SELECT clock_timestamp()")) {
            time.next();
            Instant now = time.getObject(1, OffsetDateTime.class).toInstant();
            return AuditEntry.detached(
                    now, "operator (" + connection.getMetaData().getUserName() + ")");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
