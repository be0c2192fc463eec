package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.TrailReport;
import com.optymyse.inspire.licensing.installation.TrailReport.Fault;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator's own look at the audit trail comes to what the service's comes to. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class OperatorTrailComponentTest {

    private static final String OTHER = "next:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "licensing.secret.keys")
    List<String> keys;

    @BeforeEach
    void beginAnew() {
        sandbox.reset();
        installation.begin();
    }

    @Test
    void verifyTrail_nothingAddedYet_isSound() throws SQLException {
        assertThat(verified(keys)).isEqualTo(TrailReport.EMPTY);
    }

    @Test
    void verifyTrail_untouched_isSound() throws SQLException {
        threeEntries();

        assertThat(verified(keys)).isEqualTo(new TrailReport(1, 3, null));
    }

    @Test
    void verifyTrail_entryChanged_isNamed() throws SQLException {
        threeEntries();

        byHand("UPDATE audit SET actor = 'nobody' WHERE id = 2");

        assertThat(verified(keys).fault()).isEqualTo(new Fault(2, "Entry 2 is not as it was written."));
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

    private void threeEntries() {
        Api admin = new Api(sandbox.token("Admin"));
        for (int attempt = 0; attempt < 3; attempt++) {
            admin.activate("DEMO-EXPIRED").statusCode(422);
        }
    }

    private void byHand(String statement) {
        database.execute("SET session_replication_role = replica", statement);
    }

    private TrailReport verified(List<String> ring) throws SQLException {
        try (OperatorDatabase operator = OperatorDatabase.connect(url, user, user)) {
            return operator.verifyTrail(ring);
        }
    }
}
