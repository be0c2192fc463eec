package com.optymyse.inspire.licensing.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that asks for the password, which comes from a file of the folder of secrets and is changed meanwhile. */
@Tag("thorough")
class PasswordIT {

    private static final String FIRST = "$a${b}\\c'\"";
    private static final String SECOND = "${d:e}@f/%41$$";
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private MortalPostgres postgres;
    private Premises premises;

    @BeforeEach
    void start() throws IOException {
        postgres = new MortalPostgres(folder.resolve("data"));
        premises = new Premises("PasswordIT", postgres.asSuperuser());
        Files.writeString(
                folder.resolve("data").resolve("pg_hba.conf"),
                "host all postgres all trust\nhost all all all scram-sha-256\n");
        postgres.asSuperuser().query("SELECT pg_reload_conf()");
        Files.createDirectory(folder.resolve("secrets"));
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        postgres.kill();
    }

    @Test
    void changedWhileTheServiceRuns_newConnectionsHaveTheNewOne_andNoLogShowsEither() throws IOException {
        setPassword(FIRST);
        Replica replica = premises.start(Map.of(
                        "licensing.database.username",
                        EmbeddedServer.user(),
                        "smallrye.config.source.file.locations",
                        folder.resolve("secrets").toString()))
                .awaitReady();
        assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);

        setPassword(SECOND);
        endConnections();

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() ->
                        assertThat(replica.post("/license/revalidate").status()).isEqualTo(200));
        assertThat(replica.log()).doesNotContain(FIRST, SECOND);

        setPasswordOfTheRole("another one");
        endConnections();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(replica.post("/license/revalidate").status()).isEqualTo(503));
    }

    @Test
    void inTheAddress_serviceRuns_andNoLogShowsIt() {
        setPasswordOfTheRole(FIRST);
        Replica replica = premises.start(Map.of(
                        "licensing.database.url",
                        "postgresql://" + EmbeddedServer.user() + ":" + URLEncoder.encode(FIRST, UTF_8) + "@"
                                + premises.database().address()))
                .awaitReady();

        assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);

        setPasswordOfTheRole("another one");
        endConnections();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(replica.post("/license/revalidate").status()).isEqualTo(503));
        assertThat(replica.log()).doesNotContain(FIRST, URLEncoder.encode(FIRST, UTF_8));
    }

    private void setPassword(String password) throws IOException {
        setPasswordOfTheRole(password);
        Files.writeString(folder.resolve("secrets").resolve("licensing.database.password"), password);
    }

    private void setPasswordOfTheRole(String password) {
        postgres.asSuperuser()
                .execute("ALTER ROLE " + EmbeddedServer.user() + " PASSWORD '" + password.replace("'", "''") + "'");
    }

    private void endConnections() {
        postgres.asSuperuser()
                .query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                        + EmbeddedServer.user() + "'");
    }
}
