package com.optymyse.inspire.licensing.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"-Xbootclasspath/a:/tmp/other", "--patch-module=java.base=/tmp/other"})
    void replacing_optionThatPutsClassesFirst_named(String option) {
        JvmOptions options = new JvmOptions(List.of("-Xmx512m", option));

        assertThat(options.replacing()).contains(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/opt/tracing.jar",
                "-Dx=-Xbootclasspath/a:y",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"
            })
    void replacing_ordinaryOption_none(String option) {
        assertThat(new JvmOptions(List.of(option)).replacing()).isEmpty();
    }

    @Test
    void agents_ofEachKind_namedInOrderWithoutTheirOptions() {
        JvmOptions options = new JvmOptions(List.of(
                "-javaagent:/opt/tracing.jar=token=secret",
                "-Xmx512m",
                "-agentlib:jdwp=transport=dt_socket",
                "-agentpath:/opt/a.so"));

        assertThat(options.agents()).containsExactly("/opt/tracing.jar", "jdwp", "/opt/a.so");
    }

    /** They go into the log and to an admin. */
    @Test
    void agents_controlCharactersInAName_commandNoTerminal() {
        assertThat(new JvmOptions(List.of("-javaagent:/opt/a\u001b[2Jb.jar")).agents())
                .containsExactly("/opt/a\\u001b[2Jb.jar");
    }

    @Test
    void ofThisProcess_whatTheTestsRunWith_isThere() {
        assertThat(JvmOptions.ofThisProcess().arguments()).isNotEmpty();
        assertThat(JvmOptions.ofThisProcess().replacing()).isEmpty();
    }
}
