package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tools say that people read and use API descriptions with: swagger-parser, Spectral and Redocly. */
class OpenApiValidatorsTest {

    private static final Path TOOLS = Path.of("src", "test", "openapi");
    private static final Path DESCRIPTION = Path.of("openapi/openapi.yaml");
    private static final String END = "findings: ";

    private static Node node;

    @BeforeAll
    static void install() throws Exception {
        node = Node.install(TOOLS);
    }

    @Test
    void description_validated_hasNoFinding() throws Exception {
        assertThat(findings(DESCRIPTION)).isEmpty();
    }

    /** A header without a type, and an example that its own schema does not take. */
    @Test
    void description_withMistakes_isFoundByEach() throws Exception {
        String good = Files.readString(DESCRIPTION);
        String bad = good.replaceFirst("(ETag:\\s+description: [^\\n]*\\n)\\s+schema:\\s+type: string\\n", "$1")
                .replaceFirst("maxDisplays: 500", "maxDisplays: many");
        assertThat(bad).isNotEqualTo(good);
        Path mistaken = Path.of("target", "mistaken.yaml");
        Files.writeString(mistaken, bad);

        List<String> findings = findings(mistaken);

        assertThat(findings).anyMatch(finding -> finding.startsWith("swagger-parser: "));
        assertThat(findings).anyMatch(finding -> finding.startsWith("spectral: oas3-valid-media-example: "));
        assertThat(findings).anyMatch(finding -> finding.startsWith("redocly: "));
    }

    private static List<String> findings(Path description) throws IOException {
        Map<String, String> environment =
                Map.of("DESCRIPTION", description.toAbsolutePath().toString());
        List<String> findings = new ArrayList<>();
        try (Node.Script script = node.start("validate.mjs", environment)) {
            for (String line = script.nextLine(); !line.startsWith(END); line = script.nextLine()) {
                findings.add(line);
            }
        }
        return findings;
    }
}
