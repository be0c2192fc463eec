package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.testing.AsOwner;
import com.optymyse.inspire.licensing.testing.KnownTime;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator's commands on the database of a service that runs. */
@QuarkusTest
class DatabaseCommandsComponentTest extends LicensingTest {

    private static final String NEXT = "next:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Inject
    CurrentInstallation current;

    @Inject
    KnownTime time;

    @Inject
    DataSource database;

    @ConfigProperty(name = "licensing.database.url")
    String url;

    @ConfigProperty(name = "licensing.database.username")
    String user;

    @ConfigProperty(name = "licensing.database.password")
    String password;

    /** The key that the service has. */
    @ConfigProperty(name = "licensing.secret.keys")
    String present;

    @BeforeEach
    void licensedWithASeatToGiveBack() {
        admin.activate("DEMO-STARTER").statusCode(200);
        sandbox.fault("error", "delete");
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    @Test
    void reencrypt_underANewKey_everyRowIsUnderItAndOpensWithIt() throws SQLException {
        Typed there = type(NEXT + "," + present, "secret", "re-encrypt");

        assertThat(there.output()).contains("with the key 'next': license 1, releases 1, signing keys 1, times 1");
        assertThat(there.exitCode()).isZero();
        assertThat(secretIds()).hasSize(4).containsOnly("next");

        Typed withTheNewKeyAlone = type(NEXT, "secret", "re-encrypt");

        assertThat(withTheNewKeyAlone.exitCode()).isZero();

        Typed back = type(present + "," + NEXT, "secret", "re-encrypt");
        reload();

        assertThat(back.exitCode()).isZero();
        admin.get("/license").body("standing", is("licensed")).body("installation.pendingReleases.size()", is(1));
    }

    @Test
    void reencrypt_underANewKey_auditTrailIsSealedWithItAlone() throws SQLException {
        String sealedWith =
                "SELECT DISTINCT secret_id FROM (SELECT secret_id FROM audit UNION SELECT secret_id FROM audit_chain) AS rows";

        type(NEXT + "," + present, "secret", "re-encrypt");

        assertThat(texts(sealedWith)).containsExactly("next");
        admin.get("/license/history/verification")
                .body("sound", is(false))
                .body("problem", containsString("the key 'next'"));

        type(present + "," + NEXT, "secret", "re-encrypt");

        assertThat(texts(sealedWith)).containsExactly("dev");
        admin.get("/license/history/verification").body("sound", is(true));
    }

    /** Sealing it anew would cover up what was done to it. */
    @Test
    void reencrypt_auditTrailEdited_leavesItAndSaysSo() throws SQLException {
        execute(AsOwner.withoutTriggers("UPDATE audit SET actor = 'nobody' WHERE id = 1"));

        Typed typed = type(NEXT + "," + present, "secret", "re-encrypt");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("the entries of the audit trail (Entry 1 was changed.)");
        assertThat(texts("SELECT DISTINCT secret_id FROM audit")).containsExactly("dev");
    }

    @Test
    void reencrypt_oldKeyMissing_namesItAndChangesNothing() throws SQLException {
        Typed typed = type(NEXT, "secret", "re-encrypt");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("the key 'dev'", "licensing.secret.keys");
        assertThat(secretIds()).hasSize(4).containsOnly("dev");
    }

    @Test
    void reencrypt_rowEdited_leavesItAndSaysSo() throws SQLException {
        execute("UPDATE license SET verdict = 'suspended'");

        Typed typed = type(NEXT + "," + present, "secret", "re-encrypt");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("Could not decrypt, so left unchanged: the license.");
        assertThat(secretIds()).containsExactlyInAnyOrder("dev", "next", "next", "next");
    }

    @Test
    void auditVerify_trailAsWritten_isGoodAndCountsTheEntries() {
        Typed typed = type(present, "audit", "verify");

        assertThat(typed.output()).contains("Entries: ", "None was changed, added or removed.");
        assertThat(typed.exitCode()).isZero();
    }

    @Test
    void auditVerify_entryEdited_namesIt() throws SQLException {
        execute(AsOwner.withoutTriggers("UPDATE audit SET actor = 'nobody' WHERE id = 1"));

        Typed typed = type(present, "audit", "verify");

        assertThat(typed.output()).contains("Not sound: Entry 1 was changed.");
        assertThat(typed.exitCode()).isEqualTo(ExitCode.AUDIT_CHANGED);
    }

    @Test
    void detach_copiedDatabase_isUnlicensedUnderANewFingerprintAndNobodyWasAsked() {
        String fingerprint = fingerprint();
        sandbox.forgetCalls();

        Typed typed = type(present, "installation", "detach", fingerprint);
        reload();

        assertThat(typed.exitCode()).as(typed.output()).isZero();
        admin.get("/license")
                .body("standing", is("unlicensed"))
                .body("installation.pendingReleases", is(empty()))
                .body("installation.fingerprint", is(not(equalTo(fingerprint))))
                .body("problems", is(empty()));
        assertThat(typed.output()).contains(fingerprint());
        assertThat(sandbox.calls()).isEmpty();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
        assertThat(sandbox.machines("DEMO-STARTER")).hasSize(1);
    }

    /** So that a file for the new fingerprint sets a time right that is far ahead. */
    @Test
    void detach_randomFingerprint_isTheClockChallengeAndStillVouchedFor() {
        type(present, "installation", "detach", fingerprint());
        reload();

        StoredInstallation stored = current.now().stored();
        assertThat(stored.marks().intact()).isTrue();
        assertThat(stored.marks().challenge()).isNotNull().satisfies(challenge -> {
            assertThat(challenge.text()).isEqualTo(stored.fingerprint());
            assertThat(challenge.isForPeople()).isFalse();
        });
        admin.get("/license").body("installation.clockChallenge", is(nullValue()));
    }

    /** The other way for a site without a connection. */
    @Test
    void detach_timeFarAhead_fileForTheNewFingerprintSetsIt() throws Throwable {
        sandbox.fault("refuse", "");
        time.wasAheadBy(Duration.ofDays(400));
        type(present, "installation", "detach", fingerprint());
        reload();
        assertThat(time.lead()).isGreaterThan(Duration.ofDays(399));

        admin.activate("DEMO-ENTERPRISE", sandbox.file("DEMO-ENTERPRISE", Map.of("fingerprint", fingerprint())))
                .statusCode(200)
                .body("standing", is("licensed"))
                .body("installation.clockChallenge", is(nullValue()))
                .body("problems", is(empty()));

        assertThat(time.lead()).isLessThan(Duration.ofMinutes(5));
        assertThat(current.now().stored().marks().challenge()).isNull();
    }

    @Test
    void detach_copiedDatabase_isRecordedInItsTrail() {
        type(present, "installation", "detach", fingerprint());

        admin.get("/license/history")
                .body("entries[0].action", is("detach"))
                .body("entries[0].actor", containsString(user))
                .body("entries[0].outcome", is("succeeded"))
                .body("entries[0].standing", is("unlicensed"));
        admin.get("/license/history/verification").body("sound", is(true));
    }

    @Test
    void detach_keyMissing_namesItAndChangesNothing() {
        Typed typed = type(NEXT, "installation", "detach", fingerprint());
        reload();

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("Failed: ", "the key 'dev'");
        admin.get("/license").body("standing", is("licensed"));
    }

    @Test
    void detach_anotherFingerprintNamed_changesNothing() {
        Typed typed = type(present, "installation", "detach", "the-original");
        reload();

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("This database's fingerprint is " + fingerprint());
        admin.get("/license").body("standing", is("licensed"));
    }

    @Test
    void detach_configuredFingerprintIsStillTheOriginals_changesNothing() {
        Map<String, String> settings = settings(present);
        settings.put("licensing.installation.fingerprint", fingerprint());

        Typed typed = Typed.command(settings, Clock.systemUTC(), "", "installation", "detach", fingerprint());
        reload();

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("licensing.installation.fingerprint is still the original's");
        admin.get("/license").body("standing", is("licensed"));
    }

    @Test
    void migrate_tablesUpToDate_runsNothing() {
        Typed typed = type(present, "database", "migrate");

        assertThat(typed.exitCode()).as(typed.output()).isZero();
        assertThat(typed.output()).contains("Migrations run: 0.");
    }

    @Test
    void anyCommand_addressWithWhatHasNoEffect_saysSo() {
        Map<String, String> settings = settings(present);
        settings.put("licensing.database.url", url + "?connect_timeout=5&options=-c%20statement_timeout%3D9s");

        Typed typed = Typed.command(settings, Clock.systemUTC(), "", "database", "migrate");

        assertThat(typed.exitCode()).as(typed.output()).isZero();
        assertThat(typed.output().lines().filter(line -> line.startsWith("Warning: ")))
                .containsExactly(
                        "Warning: licensing.database.url has parameters without effect here: connect_timeout.",
                        "Warning: licensing.database.url has options that the service sets by itself. The service"
                                + " ignores them: statement_timeout.");
    }

    private String fingerprint() {
        return admin.get("/license").extract().path("installation.fingerprint");
    }

    private Typed type(String keys, String... arguments) {
        return Typed.command(settings(keys), Clock.systemUTC(), "", arguments);
    }

    private Map<String, String> settings(String keys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("licensing.database.url", url);
        settings.put("licensing.database.username", user);
        settings.put("licensing.database.password", password);
        settings.put("licensing.secret.keys", keys);
        return settings;
    }

    private void reload() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> current.reload());
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> secretIds() throws SQLException {
        return texts("SELECT secret_id FROM license UNION ALL SELECT secret_id FROM release"
                + " UNION ALL SELECT secret_id FROM signing_key UNION ALL SELECT marks_secret_id FROM installation");
    }

    private List<String> texts(String query) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
