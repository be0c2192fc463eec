package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Adds what an operator's command has done to the audit trail, as {@link AuditWriter} does for the service, within the
 * caller's transaction.
 */
final class OperatorAuditWriter {

    private static final String BEGIN = """
            INSERT INTO audit_chain
                (only_one, anchor_id, anchor_mac, head_id, head_mac, standing, reason, secret_id, mac)
            VALUES (true, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String ADVANCE = """
            UPDATE audit_chain
            SET head_id = ?, head_mac = ?, flaw_id = ?, standing = ?, reason = ?, standing_at = ?, secret_id = ?, mac = ?
            """;

    private static final String ADD = """
            INSERT INTO audit
                (id, at, actor, action, outcome, code, detail, license_key, standing, reason, facts, secret_id, mac)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final AuditChain auditChain;

    OperatorAuditWriter(Connection connection, KeyRing ring) {
        this.connection = connection;
        this.auditChain = new AuditChain(ring);
    }

    /** @throws KeyRing.UnknownKeyException if the ring lacks the key that signed the ends of the trail */
    void add(AuditEntry entry) throws SQLException {
        AuditEndsRow chain = lock();
        auditChain.mend(chain, newest(chain));
        AuditRow row = auditChain.next(chain, entry);
        chain.advanceTo(row);
        auditChain.sign(chain);
        write(row);
        write(chain);
    }

    private AuditEndsRow lock() throws SQLException {
        begin(auditChain.begin());
        return Jdbc.query(connection, "SELECT * FROM audit_chain FOR UPDATE", OperatorRows::auditChain)
                .getFirst();
    }

    private void begin(AuditEndsRow first) throws SQLException {
        Jdbc.update(
                connection,
                BEGIN,
                first.anchorId,
                first.anchorMac,
                first.headId,
                first.headMac,
                first.standing,
                first.reason,
                first.secretId,
                first.mac);
    }

    private Optional<AuditRow> newest(AuditEndsRow chain) throws SQLException {
        String newest = "SELECT * FROM audit WHERE id < " + auditChain.farBehind(chain) + " ORDER BY id DESC LIMIT 1";
        return Jdbc.query(connection, newest, OperatorRows::audit).stream().findFirst();
    }

    private void write(AuditRow row) throws SQLException {
        Jdbc.update(
                connection,
                ADD,
                row.id,
                row.at,
                row.actor,
                row.action,
                row.outcome,
                row.code,
                row.detail,
                row.licenseKey,
                row.standing,
                row.reason,
                row.facts,
                row.secretId,
                row.mac);
    }

    private void write(AuditEndsRow chain) throws SQLException {
        Jdbc.update(
                connection,
                ADVANCE,
                chain.headId,
                chain.headMac,
                chain.flawId,
                chain.standing,
                chain.reason,
                chain.standingAt,
                chain.secretId,
                chain.mac);
    }
}
