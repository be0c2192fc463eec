package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.AUDIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An operator's own look at the audit trail comes to what the service's comes to. */
@QuarkusTest
class OperatorAuditComponentTest extends LicensingTest {

    private static final String OTHER = "next:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    DatabaseSettings settings;

    @ConfigProperty(name = "licensing.secret.keys")
    List<String> keys;

    @Test
    void verifyTrail_nothingAddedYet_isSound() throws SQLException {
        assertThat(verified(keys)).isEqualTo(AuditReport.EMPTY);
    }

    @Test
    void verifyTrail_untouched_isSound() throws SQLException {
        threeEntries();

        assertThat(verified(keys)).isEqualTo(new AuditReport(1, 3, null));
    }

    @Test
    void verifyTrail_entryChanged_isNamed() throws SQLException {
        threeEntries();

        byHand("UPDATE audit SET actor = 'nobody' WHERE id = 2");

        assertThat(verified(keys).fault()).isEqualTo(new Fault(2, "Entry 2 was changed."));
    }

    @Test
    void verifyTrail_newestRemoved_isNamedAsMissing() throws SQLException {
        threeEntries();

        byHand("DELETE FROM audit WHERE id = 3");

        assertThat(verified(keys).fault()).isEqualTo(new Fault(3, "Entry 3 is missing."));
    }

    @Test
    void verifyTrail_noteOfTheEndRemoved_isFoundOut() throws SQLException {
        threeEntries();

        byHand("DELETE FROM audit_chain");

        assertThat(verified(keys).fault()).extracting(Fault::id).isEqualTo(1L);
    }

    @Test
    void verifyTrail_entryInvented_isNamed() throws SQLException {
        threeEntries();

        byHand("UPDATE audit SET id = 0 WHERE id = 1");

        assertThat(verified(keys).fault()).extracting(Fault::id).isEqualTo(0L);
    }

    @Test
    void verifyTrail_keyMissing_isNamed() throws SQLException {
        threeEntries();

        assertThat(verified(List.of(OTHER)).fault())
                .extracting(Fault::problem)
                .asString()
                .contains("the key 'dev'", "licensing.secret.keys");
    }

    /** An operator who drops the old key all the same must be able to license. */
    @Test
    void reencrypt_trailEditedThenOldKeyDropped_entriesAreAddedStill() throws SQLException {
        threeEntries();
        byHand("UPDATE audit SET actor = 'nobody' WHERE id = 2");

        reencrypt(List.of(OTHER, keys.getFirst()));

        AuditWriter afterwards = new AuditWriter(KeyRing.of(List.of(OTHER)));
        transactions.run(() -> afterwards.add(AUDIT)).await().atMost(Duration.ofSeconds(30));
        assertThat(database.query("SELECT id FROM audit WHERE secret_id = 'next'"))
                .containsExactly("4");
        assertThat(verified(List.of(OTHER, keys.getFirst())).fault()).isEqualTo(new Fault(2, "Entry 2 was changed."));
    }

    /** Sealing the note of the end anew must not cover up that it was changed. */
    @Test
    void reencrypt_noteOfTheEndEdited_isStillFoundOut() throws SQLException {
        threeEntries();
        byHand("UPDATE audit_chain SET standing = 'restricted'");

        reencrypt(List.of(OTHER, keys.getFirst()));

        assertThat(verified(List.of(OTHER, keys.getFirst())).fault())
                .extracting(Fault::id)
                .isEqualTo(4L);
    }

    /** A key that is missing is an operator's error, and nothing that somebody did to the trail. */
    @Test
    void reencrypt_keyOfAnEntryMissing_isNoFlawOnceItIsBack() throws SQLException {
        threeEntries();
        reencrypt(List.of(OTHER, keys.getFirst()));
        byHand("UPDATE audit SET secret_id = 'gone' WHERE id = 2");

        assertThat(reencrypt(List.of(OTHER)).unreadable())
                .hasSize(1)
                .first()
                .asString()
                .contains("'gone'");

        byHand("UPDATE audit SET secret_id = 'next' WHERE id = 2");
        assertThat(verified(List.of(OTHER)).fault()).isNull();
    }

    @Test
    void reencrypt_manyEntries_allAreSealedAnew() throws SQLException {
        entries(2_345);

        assertThat(reencrypt(List.of(OTHER, keys.getFirst())).unreadable()).isEmpty();

        assertThat(verified(List.of(OTHER))).isEqualTo(new AuditReport(1, 2_345, null));
    }

    /** Many entries, without a transaction for each. */
    private void entries(int count) throws SQLException {
        AuditChain auditChain = new AuditChain(KeyRing.of(keys));
        AuditEndsRow chain = new AuditEndsRow();
        chain.standing = "unlicensed";
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO audit (id, at, actor, action, outcome, detail, license_key, secret_id, mac)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int added = 0; added < count; added++) {
                AuditRow row = auditChain.next(chain, AUDIT);
                chain.advanceTo(row);
                insert.setLong(1, row.id);
                insert.setObject(2, row.at.atOffset(ZoneOffset.UTC));
                insert.setString(3, row.actor);
                insert.setString(4, row.action);
                insert.setString(5, row.outcome);
                insert.setString(6, row.detail);
                insert.setString(7, row.licenseKey);
                insert.setString(8, row.secretId);
                insert.setBytes(9, row.mac);
                insert.addBatch();
            }
            insert.executeBatch();
            auditChain.sign(chain);
            try (PreparedStatement end = connection.prepareStatement(
                    "INSERT INTO audit_chain VALUES (true, 0, '', ?, ?, NULL, ?, NULL, NULL, ?, ?)")) {
                end.setLong(1, chain.headId);
                end.setBytes(2, chain.headMac);
                end.setString(3, chain.standing);
                end.setString(4, chain.secretId);
                end.setBytes(5, chain.mac);
                end.executeUpdate();
            }
        }
    }

    private Reencrypted reencrypt(List<String> ring) throws SQLException {
        try (OperatorDatabase operator = OperatorDatabase.connect(settings)) {
            return operator.reencrypt(ring);
        }
    }

    private void threeEntries() {
        Api admin = new Api(sandbox.token("Admin"));
        for (int attempt = 0; attempt < 3; attempt++) {
            admin.activate("DEMO-EXPIRED").statusCode(422);
        }
    }

    private void byHand(String statement) {
        database.execute(AsOwner.withoutTriggers(statement));
    }

    private AuditReport verified(List<String> ring) throws SQLException {
        try (OperatorDatabase operator = OperatorDatabase.connect(settings)) {
            return operator.verifyTrail(ring);
        }
    }
}
