package com.optymyse.inspire.licensing.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes an installation of its own out of a copy, within the caller's transaction. */
final class Detachment {

    private static final String READ = "SELECT * FROM installation FOR UPDATE";

    /** The license is the original's, and so are the seats to be given back and the keys that sign what is licensed. */
    private static final String FORGET = "DELETE FROM license; DELETE FROM release; DELETE FROM signing_key";

    private static final String RENAME = """
            UPDATE installation
            SET id = ?, fingerprint = ?, version = version + 1, revision = revision + 1,
                lease_token = NULL, lease_until = NULL, marks_secret_id = ?, marks_seal = ?
            """;

    private final Connection connection;
    private final MarksSeal seal;

    Detachment(Connection connection, MarksSeal seal) {
        this.connection = connection;
        this.seal = seal;
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
        sealFor(id, row);
        rename(row, fingerprint);
        execute("NOTIFY licensing");
        return fingerprint;
    }

    /** Times known stay known, as far as they are as the service stored them. */
    private void sealFor(UUID id, InstallationRow row) throws SQLException {
        Map<String, Instant> floors = OperatorRows.floors(connection);
        boolean vouched = seal.holds(row, floors);
        row.id = id;
        row.version++;
        row.marksSecretId = null;
        row.marksSeal = null;
        if (vouched) {
            seal.seal(row, floors);
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

    private void rename(InstallationRow row, String fingerprint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RENAME)) {
            update.setObject(1, row.id);
            update.setString(2, fingerprint);
            update.setString(3, row.marksSecretId);
            update.setBytes(4, row.marksSeal);
            update.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
