package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail for an operator, within the caller's transaction. */
final class OperatorAudit {

    /** Entries that are read, or written, in one go. */
    private static final int AT_ONCE = 1_000;

    private static final String RESEAL = "UPDATE audit SET secret_id = ?, mac = ? WHERE id = ?";

    private static final String RESEAL_ENDS =
            "UPDATE audit_chain SET head_mac = ?, flaw_id = ?, secret_id = ?, mac = ?";

    private final Connection connection;
    private final AuditChain auditChain;

    OperatorAudit(Connection connection, KeyRing ring) {
        this.connection = connection;
        this.auditChain = new AuditChain(ring);
    }

    /** Reads the whole trail. What is added meanwhile is looked at when the transaction sees it. */
    AuditReport verify() throws SQLException {
        Optional<AuditEndsRow> chain = chain("SELECT * FROM audit_chain");
        return chain.isEmpty() ? withoutChain() : verify(chain.get());
    }

    /**
     * Signs every entry again under the first key of the ring. A trail that was changed keeps its signatures, because the
     * change must not be covered up. The note of where it ends is signed again in any case, because without it nothing can
     * be added; it keeps in mind what is wrong.
     *
     * @throws KeyRing.UnknownKeyException when the ring has not the key of that note
     */
    AuditReport signAgain() throws SQLException {
        Optional<AuditEndsRow> chain = chain("SELECT * FROM audit_chain FOR UPDATE");
        return chain.isEmpty() ? withoutChain() : signAgain(chain.get());
    }

    private AuditReport signAgain(AuditEndsRow chain) throws SQLException {
        boolean proven = auditChain.verifies(chain);
        AuditChainVerification verification = read(chain);
        AuditReport report = verification.report(outside());
        Fault fault = report.fault();
        if (fault == null) {
            resealEntries(chain);
        } else if (!proven || !verification.isKeyMissing()) {
            chain.keepInMind(Math.max(fault.id(), 1));
        }
        auditChain.sign(chain);
        Jdbc.update(connection, RESEAL_ENDS, chain.headMac, chain.flawId, chain.secretId, chain.mac);
        return report;
    }

    private void resealEntries(AuditEndsRow chain) throws SQLException {
        try (Statement allowed = connection.createStatement()) {
            allowed.execute("SET LOCAL licensing.resealing = 'on'");
        }
        try (Statement statement = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(RESEAL)) {
            ResultSet results = rows(statement, chain);
            chain.headMac = chain.anchorMac;
            while (results.next()) {
                AuditRow row = OperatorRows.audit(results);
                auditChain.sign(row, chain.headMac);
                chain.headMac = row.mac;
                addTo(update, row);
            }
            update.executeBatch();
        }
    }

    /** Adds a row to a batch, because the installation waits meanwhile. */
    private static void addTo(PreparedStatement update, AuditRow row) throws SQLException {
        update.setString(1, row.secretId);
        update.setBytes(2, row.mac);
        update.setLong(3, row.id);
        update.addBatch();
        if (row.id % AT_ONCE == 0) {
            update.executeBatch();
        }
    }

    private AuditReport verify(AuditEndsRow chain) throws SQLException {
        return read(chain).report(outside());
    }

    private AuditChainVerification read(AuditEndsRow chain) throws SQLException {
        AuditChainVerification verification = new AuditChainVerification(auditChain, chain, null);
        try (Statement statement = connection.createStatement()) {
            ResultSet results = rows(statement, chain);
            while (!verification.isDone() && results.next()) {
                AuditRow row = OperatorRows.audit(results);
                verification.follow(List.of(row), row.id);
            }
        }
        if (!verification.isDone()) {
            verification.follow(List.of(), chain.headId);
        }
        return verification;
    }

    private AuditReport withoutChain() throws SQLException {
        return first("SELECT id FROM audit ORDER BY id LIMIT 1")
                .map(first -> new AuditReport(1, 0, AuditChainVerification.withoutChain(first)))
                .orElse(AuditReport.EMPTY);
    }

    private @Nullable Long outside() throws SQLException {
        return first(PostgresAuditTrail.OUTSIDE).orElse(null);
    }

    private Optional<Long> first(String sql) throws SQLException {
        return Jdbc.query(connection, sql, results -> results.getLong("id")).stream()
                .findFirst();
    }

    private Optional<AuditEndsRow> chain(String sql) throws SQLException {
        return Jdbc.query(connection, sql, OperatorRows::auditChain).stream().findFirst();
    }

    /** The rows from the beginning of the trail on. Rows before it are ignored. */
    private static ResultSet rows(Statement statement, AuditEndsRow chain) throws SQLException {
        statement.setFetchSize(AT_ONCE);
        return statement.executeQuery("SELECT * FROM audit WHERE id > " + chain.anchorId + " ORDER BY id");
    }
}
