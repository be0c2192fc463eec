package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.PostgresBinaries;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL with a certificate for "localhost" by an authority that nobody knows. */
@Tag("thorough")
class ServerCertificateTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String IS_ENCRYPTED = "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    private static final String CLIENT = "SELECT client_dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    /** RFC 5915: version 1 and the number of a key of P-256, and then the name of the curve. */
    private static final String SEC1_BEFORE = "30310201010420";

    private static final String SEC1_CURVE = "a00a06082a8648ce3d030107";

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;
    private static Path own;
    private static Path other;
    private static final Map<String, PrivateKey> clients = new HashMap<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
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
                .setServerConfig("ssl_ca_file", own.toString())
                .start();
        EmbeddedServer.prepare("localhost:" + postgres.getPort());
        for (String database : List.of("either", "encrypted", "plain")) {
            EmbeddedServer.newDatabase("localhost:" + postgres.getPort(), database);
        }
        admit();
        for (String algorithm : List.of("RSA", "EC")) {
            clients.put(algorithm, authority.write("client", algorithm, folder.resolve(algorithm + ".crt")));
        }
    }

    /** One database that demands encryption, and one that refuses it. */
    private static void admit() throws IOException, SQLException {
        String server = "localhost:" + postgres.getPort() + "/postgres";
        try (Connection connection = EmbeddedServer.connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SHOW hba_file");
            row.next();
            Path file = Path.of(row.getString(1));
            Files.writeString(file, """
                hostnossl encrypted all all reject
                hostssl plain all all reject
                """ + Files.readString(file));
            statement.execute("SELECT pg_reload_conf()");
        }
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
    void sslmode_whichAcceptsTheCertificate_isEncryptedByBothDrivers(String host, String parameters, String encrypted)
            throws Exception {
        DatabaseSettings settings = settings(host, parameters);

        assertThat(askPool(settings, IS_ENCRYPTED)).isEqualTo(encrypted);
        assertThat(askJdbc(settings, IS_ENCRYPTED)).isEqualTo(encrypted);
    }

    /** Both fall back, from opposite sides. */
    @ParameterizedTest
    @CsvSource({
        "either, prefer, true",
        "encrypted, prefer, true",
        "plain, prefer, false",
        "either, allow, false",
        "encrypted, allow, true",
        "plain, allow, false"
    })
    void sslmode_whichFallsBack_isWhatTheServerWantsByBothDrivers(String database, String mode, String encrypted)
            throws Exception {
        DatabaseSettings settings = settings("localhost", database, "?sslmode=" + mode);

        assertThat(askPool(settings, IS_ENCRYPTED)).isEqualTo(encrypted);
        assertThat(askJdbc(settings, IS_ENCRYPTED)).isEqualTo(encrypted);
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

        assertThatThrownBy(() -> askPool(settings, IS_ENCRYPTED)).hasStackTraceContaining("ertificate");
        assertThatThrownBy(() -> askJdbc(settings, IS_ENCRYPTED)).hasStackTraceContaining("ertificate");
    }

    /** The server asks for a certificate of its own authority, and says whose it has got. */
    @ParameterizedTest
    @CsvSource({"RSA, PRIVATE KEY", "RSA, RSA PRIVATE KEY", "EC, PRIVATE KEY", "EC, EC PRIVATE KEY"})
    void sslcert_keyInEachForm_isShownByBothDrivers(String algorithm, String form) throws Exception {
        PrivateKey client = clients.get(algorithm);
        Path key = Files.writeString(folder.resolve("client.key"), PrivateAuthority.pem(form, content(client, form)));
        DatabaseSettings settings = settings(
                "localhost",
                "?sslmode=verify-full&sslrootcert=OWN&sslcert=" + folder.resolve(algorithm + ".crt") + "&sslkey="
                        + key);

        assertThat(askPool(settings, CLIENT)).isEqualTo("/CN=client");
        assertThat(askJdbc(settings, CLIENT)).isEqualTo("/CN=client");
    }

    @Test
    void sslcert_ofAnotherAuthority_isNotConnectedByEitherDriver() throws Exception {
        PrivateKey client = PrivateAuthority.in(Files.createDirectory(folder.resolve("third")))
                .write("client", "EC", folder.resolve("third.crt"));
        Path key = Files.writeString(
                folder.resolve("third.key"), PrivateAuthority.pem("PRIVATE KEY", client.getEncoded()));
        DatabaseSettings settings = settings(
                "localhost",
                "?sslmode=verify-full&sslrootcert=OWN&sslcert=" + folder.resolve("third.crt") + "&sslkey=" + key);

        assertThatThrownBy(() -> askPool(settings, CLIENT)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> askJdbc(settings, CLIENT)).isInstanceOf(SQLException.class);
    }

    /** What OpenSSL writes by "pkey -traditional": PKCS#8 has PKCS#1 inside, and SEC 1 without its curve. */
    private static byte[] content(PrivateKey key, String form) {
        return switch (form) {
            case "RSA PRIVATE KEY" -> Arrays.copyOfRange(key.getEncoded(), 26, key.getEncoded().length);
            case "EC PRIVATE KEY" ->
                HexFormat.of()
                        .parseHex(SEC1_BEFORE + HexFormat.of().formatHex(scalar((ECPrivateKey) key)) + SEC1_CURVE);
            default -> key.getEncoded();
        };
    }

    /** The number in 32 bytes. */
    private static byte[] scalar(ECPrivateKey key) {
        byte[] number = key.getS().toByteArray();
        byte[] scalar = new byte[32];
        int length = Math.min(number.length, scalar.length);
        System.arraycopy(number, number.length - length, scalar, scalar.length - length, length);
        return scalar;
    }

    private static DatabaseSettings settings(String host, String parameters) {
        return settings(host, "either", parameters);
    }

    private static DatabaseSettings settings(String host, String database, String parameters) {
        DatabaseAddress address = DatabaseAddress.parse(
                "postgresql://" + EmbeddedServer.user() + "@" + host + ":" + postgres.getPort() + "/" + database
                        + parameters.replace("OWN", own.toString()).replace("OTHER", other.toString()),
                Optional.empty());
        return new DatabaseSettings(address, () -> "", address.warnings());
    }

    private static String askPool(DatabaseSettings settings, String question) throws Exception {
        return new Connector(vertx, settings, List.of(), LONGEST, LONGEST)
                .connectPlainly()
                .compose(connection -> connection
                        .query(question)
                        .execute()
                        .map(rows -> rows.iterator().next().getString(0))
                        .eventually(() -> connection.close()))
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
    }

    private static String askJdbc(DatabaseSettings settings, String question) throws Exception {
        try (Connection connection = new JdbcSource(settings, LONGEST).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
