package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection is made, and what its session has then. */
class ConnectorTest {

    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** As PostgreSQL has them from the system. */
    private static final Map<String, String> KEEP_ALIVE = Map.of(
            "tcp_keepalives_idle", "30",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "20000");

    private final String address = EmbeddedServer.newDatabase();
    private final String database = address.substring(address.indexOf('/') + 1);
    private final int port = Integer.parseInt(address.substring(address.indexOf(':') + 1, address.indexOf('/')));
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        result(vertx.close());
    }

    /** It is connected to, and never answers: the second host is tried once the first has had its time, whatever it is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer"})
    void connect_firstHostHangs_isGivenUpForTheSecond(String sslmode) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            DatabaseSettings settings = settings("localhost:" + silent.getLocalPort() + ",localhost:" + port, sslmode);

            SqlConnection connection =
                    result(connector(settings).connectToWrite()).connection();

            assertThat(text(connection, "SELECT inet_server_port()::text")).isEqualTo(String.valueOf(port));
            silent.setSoTimeout(Math.toIntExact(LONGEST.toMillis()));
            try (Socket tried = silent.accept()) {
                tried.setSoTimeout(Math.toIntExact(LONGEST.toMillis()));
                // It was asked first, and nobody waits for its answer any more.
                assertThat(tried.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer"})
    void getConnection_ofJdbc_firstHostHangs_isGivenUpForTheSecond(String sslmode) throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            DatabaseSettings settings = settings("localhost:" + silent.getLocalPort() + ",localhost:" + port, sslmode);

            try (Connection connection = new JdbcSource(settings, LONGEST_ATTEMPT).getConnection()) {
                assertThat(Jdbc.query(connection, "SELECT inet_server_port()", row -> row.getInt(1)))
                        .containsExactly(port);
                // A statement may take longer.
                assertThat(connection.getNetworkTimeout()).isEqualTo(600_000);
            }
        }
    }

    @Test
    void connect_anySession_isDroppedByPostgresWhenThisSideIsGone() {
        SqlConnection connection = result(
                        connector(settings("localhost:" + port, "disable")).connectToWrite())
                .connection();

        assertThat(KEEP_ALIVE.keySet().stream()
                        .collect(Collectors.toMap(name -> name, name -> text(connection, "SHOW " + name))))
                .isEqualTo(KEEP_ALIVE);
        assertThat(text(connection, "SHOW idle_session_timeout")).isEqualTo("16min");
    }

    @Test
    void getConnection_ofJdbc_isDroppedByPostgresWhenThisSideIsGone() throws SQLException {
        JdbcSource source = new JdbcSource(settings("localhost:" + port, "disable"), LONGEST);

        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : KEEP_ALIVE.entrySet()) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting.getKey())) {
                    row.next();
                    assertThat(row.getString(1)).as(setting.getKey()).isEqualTo(setting.getValue());
                }
            }
        }
    }

    /** Not every server and system knows each of them. */
    @Test
    void begin_settingThatTheServerRefuses_isSkipped() {
        SqlConnection connection =
                result(connector(settings("localhost:" + port, "disable")).connectPlainly());

        boolean writes = result(Session.begin(
                connection, List.of(), List.of("SET no_such_setting = 1", "SET tcp_keepalives_idle = 7")));

        assertThat(writes).isTrue();
        assertThat(text(connection, "SHOW tcp_keepalives_idle")).isEqualTo("7");
    }

    @Test
    void begin_settingOfTheAddressThatTheServerRefuses_fails() {
        SqlConnection connection =
                result(connector(settings("localhost:" + port, "disable")).connectPlainly());

        assertThatThrownBy(() -> result(Session.begin(connection, List.of("SET no_such_setting = 1"))))
                .hasMessageContaining("no_such_setting");
    }

    private Connector connector(DatabaseSettings settings) {
        return new Connector(vertx, settings, List.of(), LONGEST_ATTEMPT, LONGEST);
    }

    private DatabaseSettings settings(String hosts, String sslmode) {
        DatabaseAddress parsed = DatabaseAddress.parse(
                "postgresql://" + EmbeddedServer.user() + "@" + hosts + "/" + database + "?sslmode=" + sslmode,
                Optional.empty());
        return new DatabaseSettings(parsed, () -> "", List.of());
    }

    private static String text(SqlConnection connection, String question) {
        return result(connection.query(question).execute()).iterator().next().getString(0);
    }

    private static <T> T result(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
