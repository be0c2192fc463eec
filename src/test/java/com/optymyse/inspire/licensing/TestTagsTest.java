package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which tests are left out is told to the test plugins and to {@code quarkus:test}, each in its own language. */
class TestTagsTest {

    @Test
    void excludedTags_ofQuarkusTest_areThoseOfVerify() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        List<String> verify =
                found("!([a-z]+)", found("<test\\.tags>([^<]*)<", pom).getFirst());

        assertThat(verify).hasSize(2);
        assertThat(found("<quarkus\\.test\\.exclude-tags>([^<]*)<", pom)).containsExactly(String.join(",", verify));
    }

    /** Which tests are run must not depend on how the code was compiled. */
    @Test
    void quickProfile_leavesOutNoTests() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        String quick = found("(?s)<id>quick</id>(.*?)</profile>", pom).getFirst();

        assertThat(quick).contains("maven-compiler-plugin");
        assertThat(quick)
                .doesNotContain("test.tags", "skipTests", "skipITs", "maven.test.skip", "surefire", "failsafe");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
