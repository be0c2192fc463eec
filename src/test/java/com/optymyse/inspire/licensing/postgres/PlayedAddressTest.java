package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of an address, played by both drivers against PostgreSQL. */
class PlayedAddressTest {

    private static final String QUESTION = "SELECT current_user || ' ' || current_database() || ' '"
            + " || current_setting('application_name') || ' ' || current_setting('search_path')";

    private static Vertx vertx;
    private static String name;
    private static String port;

    @BeforeAll
    static void makeDatabase() {
        vertx = Vertx.vertx();
        String[] address = EmbeddedServer.newDatabase().split("[:/]", -1);
        port = address[1];
        name = address[2];
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    /** USER, PORT and NAME stand for the server's own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        postgresql://USER:any%40thing@localhost:PORT/NAME                             | inspire-licensing | "$user", public
        postgres://localhost,127.0.0.1:PORT/NAME?user=USER&sslmode=prefer&port=PORT   | inspire-licensing | "$user", public
        postgresql://USER@127.0.0.1:PORT/NAME?currentSchema=a%2Cb&application_name=x  | x                 | a,b
        postgresql:///NAME?host=localhost&port=PORT&user=USER&options=-c%20search_path%3Dc&sslmode=disable | inspire-licensing | c
        postgresql://USER@localhost:PORT/NAME?sslmode=allow&target_session_attrs=primary | inspire-licensing | "$user", public
        """)
    void address_played_isTheSameToBothDrivers(String form, String application, String searchPath) throws Exception {
        String url = form.replace("USER", EmbeddedServer.user())
                .replace("PORT", port)
                .replace("NAME", name);
        DatabaseAddress address = DatabaseAddress.parse(url, Optional.empty());
        DatabaseSettings settings = new DatabaseSettings(address, () -> "any@thing", address.warnings());
        String expected = EmbeddedServer.user() + " " + name + " " + application + " " + searchPath;

        assertThat(askPool(settings)).containsOnly(expected);
        assertThat(askJdbc(new JdbcSource(settings, Duration.ofSeconds(30)))).isEqualTo(expected);
    }

    private static List<String> askPool(ConnectSettings settings) throws Exception {
        List<String> answers = new ArrayList<>();
        for (PgConnectOptions host : settings.hosts()) {
            answers.add(PgConnection.connect(vertx, host)
                    .compose(connection -> connection
                            .query(settings.sessionSql().isEmpty() ? "SELECT 1" : settings.sessionSql())
                            .execute()
                            .compose(begun -> connection.query(QUESTION).execute())
                            .map(rows -> rows.iterator().next().getString(0))
                            .eventually(() -> connection.close()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES));
        }
        return answers;
    }

    private static String askJdbc(JdbcSource source) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return row.getString(1);
        }
    }
}
