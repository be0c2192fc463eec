package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Node;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources of the page, where the build of the page has installed what looks at them, and what was built of them. */
@QuarkusTest
@TestProfile(PageProfile.class)
class SourcesPageComponentTest {

    private static final Path BUILT = Path.of("target", "quinoa", "build", "licensing", "assets");

    /** What Web Awesome sets by default, and the page sets otherwise. */
    private static final String[] SET_OTHERWISE = {"31rem", "0.125rem"};

    @Test
    void sources_lintedFormattedAndTested_nothingIsFound() throws Exception {
        Node.in(Path.of("src", "main", "webui")).run("npm", "run", "check");
    }

    /** A later Web Awesome may write its tags in a way that the build does not see. */
    @Test
    void build_ofThePage_hasNoTagOfAHostAndNoUnitOfItsRoot() throws IOException {
        String scripts = scripts();

        assertThat(scripts)
                .contains("il-wa-button")
                .doesNotContainPattern(
                        "(?<![-\\w])wa-(button|dialog|tab|tab-group|tab-panel|spinner|icon|radio)(?![-\\w])");
        assertThat(Pattern.compile("[\\d.]+rem\\b").matcher(scripts).results().map(MatchResult::group))
                .isSubsetOf(SET_OTHERWISE);
    }

    private static String scripts() throws IOException {
        try (Stream<Path> files = Files.list(BUILT)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(SourcesPageComponentTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
