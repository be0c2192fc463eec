package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaTest {

    @Test
    void files_ofTheFolder_areAllListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", Schema.FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schema.FILES);
        }
    }

    @Test
    void migrate_emptySchema_leavesNothingToDo() throws SQLException {
        TestSchema schema = new TestSchema();

        assertThat(Schema.migrate(owner(schema))).isEqualTo(Schema.FILES.size());

        assertThat(Schema.isCurrent(history(schema))).isTrue();
        assertThat(Schema.migrate(owner(schema))).isZero();
    }

    @Test
    void isCurrent_migrationMissing_isNot() {
        assertThat(Schema.isCurrent(Map.of())).isFalse();
    }

    @Test
    void isCurrent_migrationWithAnotherContent_isNot() {
        Map<String, Integer> history = new HashMap<>(Schema.needed());
        history.put("1", history.get("1") + 1);

        assertThat(Schema.isCurrent(history)).isFalse();
    }

    @Test
    void isCurrent_migrationOfANewerRelease_doesNotCount() {
        Map<String, Integer> history = new HashMap<>(Schema.needed());
        history.put("999", 1);

        assertThat(Schema.isCurrent(history)).isTrue();
    }

    private static Map<String, Integer> history(TestSchema schema) throws SQLException {
        Map<String, Integer> history = new HashMap<>();
        try (Connection connection = schema.connectAs(EmbeddedServer.user());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Schema.HISTORY)) {
            while (rows.next()) {
                history.put(rows.getString(1), rows.getInt(2));
            }
        }
        return history;
    }

    private static PGSimpleDataSource owner(TestSchema schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(schema.url());
        source.setUser(EmbeddedServer.user());
        return source;
    }
}
