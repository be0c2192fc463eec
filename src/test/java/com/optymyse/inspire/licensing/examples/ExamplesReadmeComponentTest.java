package com.optymyse.inspire.licensing.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plays the commands that the examples' README tells to type. Other than there are the addresses alone: the service's and the
 * example's, a folder for the token, and that of the copy.
 */
@QuarkusTest
class ExamplesReadmeComponentTest extends LicensingTest {

    private static final Pattern BASH = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LISTENING = Pattern.compile("^Listening on (\\d+)$");
    private static final Pattern LISTENING_QUARKUS = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Pattern IMPORTED = Pattern.compile("\"\\./(node_modules/[^\"]+)\"");
    private static final String SERVICE = "http://localhost:8080";

    @TestHTTPResource("/")
    URI service;

    @ConfigProperty(name = "licensing.server.url")
    String sandboxAddress;

    @TempDir
    Path folder;

    @BeforeEach
    void licensed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"node-service, 8091", "node-snapshot, 8092"})
    void commands_typedAsTheyAre_featureIsDone(String example, String port) throws Exception {
        assumeThat(List.of("bash", "curl", "node", "npm"))
                .as("The commands of %s need these on the PATH", example)
                .allMatch(Program::isInstalled);
        Program.copy(example);
        String id = admin.get("/license").extract().path("installation.id");

        String answer = played(
                example,
                port,
                LISTENING,
                Map.of("LICENSING_URL", address(), "PORT", "0"),
                commands -> commands.replace("INSTALLATION=…", "INSTALLATION=" + id));

        assertThat(answer).startsWith("HTTP/1.1 201 Created");
    }

    @Test
    @Tag("thorough")
    void commands_ofTheQuarkusService_featureIsDone() throws Exception {
        assumeThat(List.of("bash", "curl"))
                .as("The commands of quarkus-service need these on the PATH")
                .allMatch(Program::isInstalled);
        Program.copy("quarkus-service");
        Map<String, String> environment = new HashMap<>(Map.of("LICENSING_URL", address(), "QUARKUS_HTTP_PORT", "0"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(folder -> environment.put("MAVEN_ARGS", "-Dmaven.repo.local=" + folder));

        String answer = played("quarkus-service", "8090", LISTENING_QUARKUS, environment, commands -> commands);

        assertThat(answer).startsWith("HTTP/1.1 201 Created");
    }

    /** What the last command of an example prints, once what the others have started listens. */
    private String played(
            String example,
            String port,
            Pattern listening,
            Map<String, String> environment,
            UnaryOperator<String> filledIn)
            throws IOException, InterruptedException {
        List<String> commands = commands("## " + example).lines().toList();
        String starting = here(String.join("\n", commands.subList(0, commands.size() - 1)));
        output(commands("put an access token into a file"));
        try (Program program = Program.start(
                Path.of("").toAbsolutePath(),
                listening,
                environment,
                List.of("bash", "-euc", filledIn.apply(starting)))) {
            return output(commands.getLast().replace(":" + port, ":" + program.port()));
        }
    }

    private String address() {
        return "http://localhost:" + service.getPort();
    }

    /** What the page does then, {@link BrowserPageExampleComponentTest} shows. */
    @Test
    void commands_ofThePage_serveItAndAllThatItImports() throws Exception {
        assumeThat(List.of("bash", "curl", "node", "npm"))
                .as("The commands of browser-page need these on the PATH")
                .allMatch(Program::isInstalled);
        Program.copy("browser-page");
        List<String> imported = IMPORTED.matcher(Files.readString(Path.of("src/examples/browser-page/index.html")))
                .results()
                .map(found -> found.group(1))
                .toList();

        try (Program program = Program.start(
                Path.of("").toAbsolutePath(),
                LISTENING,
                Map.of("PORT", "0"),
                List.of("bash", "-euc", here(commands("## browser-page"))))) {
            assertThat(imported).hasSize(4);
            assertThat(Stream.concat(Stream.of("", "page.js"), imported.stream()))
                    .allSatisfy(file -> assertThat(output("curl -s -o /dev/null -w '%{http_code}' http://localhost:"
                                    + program.port() + "/" + file))
                            .isEqualTo("200"));
        }
    }

    /** The first commands behind some words of the README. */
    private static String commands(String behind) throws IOException {
        String readme = Files.readString(Path.of("src/examples/README.md"));
        return BASH.matcher(readme.substring(readme.indexOf(behind)))
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String here(String commands) {
        return commands.replace(SERVICE + "/sandbox", sandboxAddress)
                .replace("/tmp/token", folder.resolve("token").toString())
                .replace("cd src/examples/", "cd target/examples/");
    }

    /** What commands print; one that fails ends them, as a newcomer would stop there. */
    private String output(String commands) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-euc", here(commands))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }
}
