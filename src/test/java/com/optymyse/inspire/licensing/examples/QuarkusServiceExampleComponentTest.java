package com.optymyse.inspire.licensing.examples;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The official OpenFeature provider for Java in a Quarkus service, which is built here as its users would build it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@Tag("thorough")
class QuarkusServiceExampleComponentTest extends ServiceExampleContract {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private static Path example;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        example = Program.copy("quarkus-service");
        List<String> command =
                new ArrayList<>(List.of(Path.of("mvnw").toAbsolutePath().toString(), "-B", "package"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(folder -> command.add("-Dmaven.repo.local=" + folder));
        Program.run(example, command);
    }

    @Override
    Program start(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", "0");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Program.start(example, LISTENING, all, List.of(java, "-jar", "target/quarkus-app/quarkus-run.jar"));
    }
}
