package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tools say that people read and use API descriptions with: swagger-parser, Spectral and Redocly. */
class OpenApiValidatorsTest {

    private static final Path TOOLS = Path.of("src", "test", "openapi");
    private static final Path DESCRIPTION = Path.of("openapi/openapi.yaml");
    private static final Path MISTAKEN = Path.of("target", "mistaken.yaml");
    private static final String END = "findings: ";

    /** A header without a type, and an example that its own schema does not take. */
    private static final String MISTAKES = """
            openapi: 3.0.3
            info: {title: Planted mistakes, version: 1.0.0}
            paths:
              /limits:
                get:
                  responses:
                    "200":
                      description: The capacity now
                      headers:
                        ETag: {description: A tag}
                      content:
                        application/json:
                          schema: {type: object, properties: {maxDisplays: {type: integer}}}
                          examples:
                            licensed: {value: {maxDisplays: many}}
            """;

    private static List<String> findings;

    /** Both are judged at once: most of the time goes into starting the tools. */
    @BeforeAll
    static void judge() throws Exception {
        Node tools = Node.install(TOOLS);
        Files.writeString(MISTAKEN, MISTAKES);
        findings = findings(tools, List.of(DESCRIPTION, MISTAKEN));
    }

    @Test
    void description_validated_hasNoFinding() {
        assertThat(findings)
                .filteredOn(finding -> finding.startsWith("openapi.yaml: "))
                .isEmpty();
    }

    @Test
    void description_withMistakes_isFoundByEach() {
        assertThat(findings)
                .anyMatch(finding -> finding.startsWith("mistaken.yaml: swagger-parser: "))
                .anyMatch(finding -> finding.startsWith("mistaken.yaml: spectral: oas3-valid-media-example: "))
                .anyMatch(finding -> finding.startsWith("mistaken.yaml: redocly: no-invalid-media-type-examples: "));
    }

    private static List<String> findings(Node tools, List<Path> descriptions) throws IOException {
        String files = descriptions.stream()
                .map(description -> description.toAbsolutePath().toString())
                .collect(Collectors.joining(":"));
        List<String> findings = new ArrayList<>();
        try (Node.Script script = tools.start("validate.mjs", Map.of("DESCRIPTIONS", files))) {
            for (String line = script.nextLine(); !line.startsWith(END); line = script.nextLine()) {
                findings.add(line);
            }
        }
        return findings;
    }
}
