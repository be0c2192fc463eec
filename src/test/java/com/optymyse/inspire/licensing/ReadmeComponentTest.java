package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the commands that README tells a newcomer to type. */
@QuarkusTest
class ReadmeComponentTest extends LicensingTest {

    private static final Pattern BASH = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final String SERVICE = "http://localhost:8080";

    @TestHTTPResource("/")
    URI service;

    @ConfigProperty(name = "licensing.server.url")
    String sandboxAddress;

    @Test
    void commands_typedAsTheyAre_licensedWithTenEntitlementsThenUnlicensed() throws Exception {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "README's commands need bash and curl on the PATH.");

        String output = output(commands()
                .replace(SERVICE + "/sandbox", sandboxAddress)
                .replace(SERVICE, "http://localhost:" + service.getPort()));

        List<JsonPath> answers = output.lines().map(JsonPath::from).toList();
        assertThat(answers)
                .extracting(answer -> answer.getString("standing"))
                .containsExactly("licensed", "licensed", "unlicensed");
        assertThat(answers.get(1).getList("entitlements.granted", Boolean.class))
                .hasSize(10)
                .containsOnly(true);
    }

    @Test
    void commands_forALicenseFile_licensedOffline(@TempDir Path folder) throws Exception {
        assumeTrue(
                isInstalled("bash") && isInstalled("curl") && isInstalled("jq"),
                "README's commands need bash, curl and jq on the PATH.");
        String tokenAndFunction = commands().lines().limit(2).collect(Collectors.joining("\n", "", "\n"));

        String output = output((tokenAndFunction + commands("--rawfile"))
                .replace("license.lic", folder.resolve("license.lic").toString())
                .replace(SERVICE + "/sandbox", sandboxAddress)
                .replace(SERVICE, "http://localhost:" + service.getPort()));

        JsonPath answer = JsonPath.from(output);
        assertThat(answer.getString("standing")).isEqualTo("licensed");
        assertThat(answer.getString("license.validationMode")).isEqualTo("offline");
    }

    private static String commands() throws IOException {
        return commands("curl");
    }

    /** The first block with a word in it. */
    private static String commands(String word) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        return BASH.matcher(readme)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(word))
                .findFirst()
                .orElseThrow();
    }

    /** What the commands print, errors included; one that fails ends them, as a newcomer would stop there. */
    private static String output(String commands) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-euc", commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
