package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Node;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page is compiled with the types that the API description has. */
class OpenApiTypesTest {

    private static final Path COMMITTED = Path.of("src/main/webui/src/api/schema.ts");
    private static final Path MADE = Path.of("target", "schema.ts");

    @Test
    void types_ofThePage_areMadeFromTheDescription() throws Exception {
        Node tools = Node.install(Path.of("src", "test", "openapi"));
        Map<String, String> environment = Map.of(
                "DESCRIPTION", Path.of("openapi/openapi.yaml").toAbsolutePath().toString(),
                "TYPES", MADE.toAbsolutePath().toString());

        try (Node.Script script = tools.start("types.mjs", environment)) {
            assertThat(script.nextLine()).startsWith("written: ");
        }

        assertThat(COMMITTED)
                .as("The API has changed. If that is meant: cp %s %s", MADE, COMMITTED)
                .hasSameTextualContentAs(MADE);
    }
}
