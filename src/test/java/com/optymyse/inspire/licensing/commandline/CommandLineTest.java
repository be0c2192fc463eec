package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void help_asked_namesEveryCommandAndExitCode() {
        Typed typed = type("help");

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.output())
                .contains(
                        "file verify",
                        "audit verify",
                        "database migrate",
                        "secret re-encrypt",
                        "installation detach",
                        "vendor build-in")
                .contains("11 license-file-not-genuine", "20 offline-not-entitled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file forge", "--version", "installation"})
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

    @Test
    void runbook_commands_nameEveryExitCode() throws Exception {
        assertThat(Files.readString(Path.of("docker", "RUNBOOK.md"))).contains(ExitCode.legend());
    }

    @Test
    void runbook_reasons_haveAnActionEach() throws Exception {
        String runbook = Files.readString(Path.of("docker", "RUNBOOK.md"));

        assertThat(Reason.values())
                .allSatisfy(reason ->
                        assertThat(runbook).containsPattern("(?m)^\\| `" + reason.code() + "` \\| .+ \\| .+ \\|$"));
    }

    private static Typed type(String... arguments) {
        return Typed.command(Map.of(), Clock.systemUTC(), "", arguments);
    }
}
