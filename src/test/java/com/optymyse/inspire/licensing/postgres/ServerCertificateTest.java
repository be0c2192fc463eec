package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.testing.PostgresBinaries;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL with a certificate for "localhost" by an authority that nobody knows. */
@Tag("thorough")
class ServerCertificateTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String IS_ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;
    private static Path own;
    private static Path other;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        PrivateAuthority authority = PrivateAuthority.in(Files.createDirectory(folder.resolve("own")));
        own = authority.certificate();
        other = PrivateAuthority.in(Files.createDirectory(folder.resolve("other")))
                .certificate();
        authority.writeServer("localhost", folder);
        Path key = folder.resolve("server.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        postgres = PostgresBinaries.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", folder.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        postgres.close();
    }

    /** OWN and OTHER stand for the files of the authority and of another one. */
    @ParameterizedTest
    @CsvSource({
        "localhost, '', true",
        "localhost, ?sslmode=prefer, true",
        "localhost, ?sslmode=require, true",
        "localhost, ?sslmode=disable, false",
        "127.0.0.1, ?sslmode=require&sslrootcert=OWN, true",
        "127.0.0.1, ?sslmode=verify-ca&sslrootcert=OWN, true",
        "localhost, ?sslmode=verify-full&sslrootcert=OWN, true"
    })
    void sslmode_whichAcceptsTheCertificate_isEncryptedByBothDrivers(String host, String parameters, boolean encrypted)
            throws Exception {
        DatabaseSettings settings = settings(host, parameters);

        assertThat(askPool(settings)).isEqualTo(encrypted);
        assertThat(askJdbc(settings)).isEqualTo(encrypted);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, ?sslmode=require&sslrootcert=OTHER",
        "localhost, ?sslmode=verify-ca&sslrootcert=OTHER",
        "localhost, ?sslmode=verify-full&sslrootcert=OTHER",
        "localhost, ?sslmode=verify-full&sslrootcert=system",
        "127.0.0.1, ?sslmode=verify-full&sslrootcert=OWN"
    })
    void sslmode_whichChecksTheCertificate_isNotConnectedByEitherDriver(String host, String parameters) {
        DatabaseSettings settings = settings(host, parameters);

        assertThatThrownBy(() -> askPool(settings)).hasStackTraceContaining("ertificate");
        assertThatThrownBy(() -> askJdbc(settings)).hasStackTraceContaining("ertificate");
    }

    private static DatabaseSettings settings(String host, String parameters) {
        DatabaseAddress address = DatabaseAddress.parse(
                "postgresql://postgres@" + host + ":" + postgres.getPort() + "/postgres"
                        + parameters.replace("OWN", own.toString()).replace("OTHER", other.toString()),
                Optional.empty());
        return new DatabaseSettings(address, () -> "", address.warnings());
    }

    private static boolean askPool(DatabaseSettings settings) throws Exception {
        return new Connector(vertx, settings.connections(), List.of(), LONGEST, LONGEST)
                .connectPlainly()
                .compose(connection -> connection
                        .query(IS_ENCRYPTED)
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .eventually(() -> connection.close()))
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
    }

    private static boolean askJdbc(DatabaseSettings settings) throws Exception {
        try (Connection connection = new JdbcSource(settings, LONGEST).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_ENCRYPTED)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
