package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.optymyse.inspire.licensing.license.Reason;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void help_asked_namesEveryCommandAndExitCode() {
        Typed typed = type("help");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.output())
                .contains(
                        "--version",
                        "file verify",
                        "audit verify",
                        "database migrate",
                        "secret re-encrypt",
                        "installation detach",
                        "vendor build-in")
                .contains("11 license-file-not-genuine", "20 offline-not-entitled");
    }

    /** Of the build that these tests run on, which may be of an earlier commit than the repository's. */
    @Test
    void version_asked_namesVersionAndCommit() throws IOException {
        Typed typed = type("--version");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.output()).containsPattern("^[0-9]+\\.[0-9]+\\.[0-9]+\\S* \\([0-9a-f]{40}\\)\\s$");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("\n  <version>" + typed.output().replaceFirst(" .*\\s", "") + "</version>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file forge", "--version now", "installation"})
    void unknownCommand_typed_tellsTheKnownOnes(String line) {
        Typed typed = type(line.split(" "));

        assertThat(typed.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.output()).contains("file verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file verify",
                "file verify one two three",
                "audit verify now",
                "database migrate now",
                "database migrate --grant-to",
                "database migrate --grant-to one two",
                "secret re-encrypt now",
                "installation detach",
                "vendor build-in"
            })
    void wrongArguments_typed_saysHowItIsUsed(String line) {
        Typed typed = type(line.split(" "));

        assertThat(typed.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(typed.output()).startsWith("Usage: ");
    }

    @Test
    void databaseCommand_noAddress_saysWhichSettingIsMissing() {
        Typed typed = type("secret", "re-encrypt");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).contains("licensing.database.url is not set");
    }

    @Test
    void databaseCommand_databaseAway_failsInASentence() {
        Typed typed = Typed.command(
                Map.of("licensing.database.url", "postgresql://inspire@localhost:1/inspire"),
                Clock.systemUTC(),
                "",
                "database",
                "migrate");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).startsWith("Failed: ").contains("localhost:1");
    }

    /** As a setting that has the wrong form, or a file that is not what it was. */
    @ParameterizedTest
    @MethodSource
    void command_failsUnexpectedly_saysSoInALine(RuntimeException failure, String said) {
        StringWriter output = new StringWriter();
        Terminal terminal = new Terminal(new BufferedReader(new StringReader("")), new PrintWriter(output, true));

        int exitCode = new CommandLine(terminal, () -> {
                    throw failure;
                })
                .run(List.of("secret", "re-encrypt"));

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(output.toString().lines()).containsExactly("Failed: " + said);
    }

    static Stream<Arguments> command_failsUnexpectedly_saysSoInALine() {
        return Stream.of(
                arguments(
                        new ConfigValidationException(new ConfigValidationException.Problem[] {
                            new ConfigValidationException.Problem("One is wrong."),
                            new ConfigValidationException.Problem("Another\u001b[2J is missing.")
                        }),
                        "One is wrong. Another\\u001b[2J is missing."),
                arguments(
                        new UncheckedIOException("gone\nGood", new IOException()),
                        "UncheckedIOException: gone\\u000aGood"),
                arguments(new ConfigurationException("One is not set."), "One is not set."),
                arguments(new IllegalStateException("odd"), "IllegalStateException: odd"),
                arguments(new NullPointerException(), "NullPointerException."));
    }

    @Test
    void runbook_commands_nameEveryExitCode() throws Exception {
        assertThat(Files.readString(Path.of("docs", "runbook.md"))).contains(ExitCode.legend());
    }

    @Test
    void runbook_reasons_haveAnActionEach() throws Exception {
        String runbook = Files.readString(Path.of("docs", "runbook.md"));

        assertThat(Reason.values())
                .allSatisfy(reason ->
                        assertThat(runbook).containsPattern("(?m)^\\| `" + reason.code() + "` \\| .+ \\| .+ \\|$"));
    }

    private static Typed type(String... arguments) {
        return Typed.command(Map.of(), Clock.systemUTC(), "", arguments);
    }
}
