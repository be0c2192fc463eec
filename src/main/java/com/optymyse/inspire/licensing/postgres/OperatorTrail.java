package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.TrailReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail for an operator, within the caller's transaction. */
final class OperatorTrail {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Connection connection;
    private final AuditSeal seal;

    OperatorTrail(Connection connection, KeyRing ring) {
        this.connection = connection;
        this.seal = new AuditSeal(ring);
    }

    /** Reads the whole trail. What is added meanwhile is looked at when the transaction sees it. */
    TrailReport verify() throws SQLException {
        Optional<AuditChainRow> chain = chain("SELECT * FROM audit_chain");
        return chain.isEmpty() ? withoutChain() : verify(chain.get());
    }

    /**
     * Seals every entry anew, under the first key of the ring, and returns how many there are.
     *
     * @return empty where the trail is not as it was written: that must not be covered up
     */
    Optional<Long> reseal() throws SQLException {
        Optional<AuditChainRow> chain = chain("SELECT * FROM audit_chain FOR UPDATE");
        TrailReport report = chain.isEmpty() ? withoutChain() : verify(chain.get());
        if (report.fault() != null) {
            return Optional.empty();
        }
        if (chain.isPresent()) {
            reseal(chain.get());
        }
        return Optional.of(report.entries());
    }

    private void reseal(AuditChainRow chain) throws SQLException {
        try (Statement allowed = connection.createStatement()) {
            allowed.execute("SET LOCAL licensing.resealing = 'on'");
        }
        byte[] before = chain.anchorMac;
        try (Statement statement = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE audit SET secret_id = ?, mac = ? WHERE id = ?")) {
            ResultSet results = rows(statement);
            while (results.next()) {
                AuditRow row = OperatorRows.audit(results);
                seal.seal(row, before);
                update.setString(1, row.secretId);
                update.setBytes(2, row.mac);
                update.setLong(3, row.id);
                update.executeUpdate();
                before = row.mac;
            }
        }
        chain.headMac = before;
        seal.seal(chain);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_chain SET head_mac = ?, secret_id = ?, mac = ?")) {
            update.setBytes(1, chain.headMac);
            update.setString(2, chain.secretId);
            update.setBytes(3, chain.mac);
            update.executeUpdate();
        }
    }

    private TrailReport verify(AuditChainRow chain) throws SQLException {
        TrailVerification verification = new TrailVerification(seal, chain, null);
        try (Statement statement = connection.createStatement()) {
            ResultSet results = rows(statement);
            while (!verification.isDone() && results.next()) {
                AuditRow row = OperatorRows.audit(results);
                verification.follow(List.of(row), row.id);
            }
        }
        if (!verification.isDone()) {
            verification.follow(List.of(), chain.headId);
        }
        return verification.report(outside());
    }

    private TrailReport withoutChain() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet results = rows(statement);
            return results.next()
                    ? new TrailReport(1, 0, TrailVerification.withoutChain(results.getLong("id")))
                    : TrailReport.EMPTY;
        }
    }

    private @Nullable Long outside() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(PostgresAuditTrail.OUTSIDE)) {
            return results.next() ? results.getLong("id") : null;
        }
    }

    private Optional<AuditChainRow> chain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return results.next() ? Optional.of(OperatorRows.auditChain(results)) : Optional.empty();
        }
    }

    private static ResultSet rows(Statement statement) throws SQLException {
        statement.setFetchSize(FETCHED_AT_ONCE);
        return statement.executeQuery("SELECT * FROM audit ORDER BY id");
    }
}
