package com.optymyse.inspire.licensing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The official OpenFeature provider for Node, as it is published. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@Tag("thorough")
class NodeServiceExampleComponentTest extends ServiceExampleContract {

    private static NodeExample example;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        example = NodeExample.installed("node-service");
    }

    @Override
    Program start(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PORT", "0");
        return example.start(all);
    }

    @Test
    void token_renewed_isUsedAtOnce() throws IOException {
        license(10);
        giveToken("stale");
        try (Program program = start()) {
            assertThat(program.post("/video-walls")).isEqualTo(REFUSED);

            giveToken(Tokens.withoutRole());

            assertThat(program.post("/video-walls")).isEqualTo(DONE);
        }
    }
}
