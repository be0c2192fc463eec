package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Node;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What front-end developers get who generate a client from the API description: it compiles, and tells what the service says. */
@Tag("thorough")
@QuarkusTest
class GeneratedClientsComponentTest extends LicensingTest {

    private static final String DESCRIPTION =
            Path.of("openapi/openapi.yaml").toAbsolutePath().toString();
    /** Where the build puts it; on the class path it would bring the versions of its own libraries. */
    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator-cli.jar");

    private static Node node;

    @TestHTTPResource("/")
    URI service;

    @BeforeAll
    static void generateAndCompile() throws Exception {
        node = Node.install(Path.of("src", "test", "openapi"));
        node.run("node", "node_modules/openapi-typescript/bin/cli.js", DESCRIPTION, "--output", "types.ts");
        node.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name=typescript-fetch",
                "--input-spec=" + DESCRIPTION,
                "--output=client",
                "--additional-properties=importFileExtension=.js");
        node.run("node", "node_modules/typescript/bin/tsc", "--project", ".");
    }

    /** Both tell the same story. A null that a client did not expect would be 1970 in it. */
    @ParameterizedTest
    @ValueSource(strings = {"story-openapi-fetch", "story-typescript-fetch"})
    void client_generated_tellsTheStoryOfALicense(String story) throws IOException {
        Map<String, String> environment =
                Map.of("LICENSING_URL", "http://localhost:" + service.getPort(), "TOKEN", sandbox.token("Admin"));
        List<String> told = new ArrayList<>();

        try (Node.Script script = node.start("compiled/" + story + ".js", environment)) {
            for (String line = script.nextLine(); !line.equals("the end"); line = script.nextLine()) {
                told.add(line);
            }
        }

        assertThat(told)
                .containsExactly(
                        "preview: null to Enterprise, ends null to null",
                        "activate: licensed, release undefined",
                        "status: Enterprise, online, ends null",
                        "entitlements: 10, 500 displays",
                        "deactivate: unlicensed, license null, release completed",
                        "revalidate: 409 not-licensed");
    }
}
