package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbook promises that a version goes on working on the tables of the next one, so a migration may only add to them. */
class MigrationsTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    /** What no version went before. */
    private static final int BASELINE = 1;

    /** What takes something away, or demands of the version before what it does not know. */
    private static final Pattern BREAKS = Pattern.compile(
            "\\bDROP\\s+(TABLE|COLUMN|FUNCTION)\\b|\\bRENAME\\b|\\bSET\\s+NOT\\s+NULL\\b|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b"
                    + "|\\bADD\\s+(COLUMN\\s+)?(?!CONSTRAINT)[^,;]*\\bNOT\\s+NULL\\b(?![^,;]*\\bDEFAULT\\b)",
            Pattern.CASE_INSENSITIVE);

    @Test
    void migrations_afterTheBaseline_onlyAdd() throws IOException {
        for (Path migration : migrations()) {
            if (version(migration) > BASELINE) {
                assertThat(Files.readString(migration)).as("%s", migration).doesNotContainPattern(BREAKS);
            }
        }
    }

    @Test
    void migrations_oneAfterTheOther_leaveNoNumberOut() throws IOException {
        List<Integer> versions =
                migrations().stream().map(MigrationsTest::version).sorted().toList();

        assertThat(versions)
                .isEqualTo(Stream.iterate(1, number -> number + 1)
                        .limit(versions.size())
                        .toList());
    }

    /** The control. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE license;",
                "ALTER TABLE license DROP COLUMN mode;",
                "ALTER TABLE license RENAME COLUMN mode TO way;",
                "ALTER TABLE license ALTER COLUMN mode SET NOT NULL;",
                "ALTER TABLE license ALTER COLUMN mode TYPE integer;",
                "ALTER TABLE license ADD COLUMN more text NOT NULL;"
            })
    void migration_thatTakesAway_isFound(String statement) {
        assertThat(statement).containsPattern(BREAKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE more (id bigint NOT NULL);",
                "ALTER TABLE license ADD COLUMN more text;",
                "ALTER TABLE license ADD COLUMN more text NOT NULL DEFAULT '';"
            })
    void migration_thatAdds_passes(String statement) {
        assertThat(statement).doesNotContainPattern(BREAKS);
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    private static int version(Path migration) {
        Matcher name = VERSION.matcher(migration.getFileName().toString());
        assertThat(name.matches()).as("%s", migration).isTrue();
        return Integer.parseInt(name.group(1));
    }
}
