package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The projects beside the service use its versions of what they share with it. */
class VersionsTest {

    private static final Pattern VERSION = Pattern.compile("<([a-z.-]+\\.version)>([^<]+)</");

    @ParameterizedTest
    @ValueSource(strings = {"src/benchmark/runner/pom.xml", "src/examples/quarkus-service/pom.xml"})
    void versions_ofAProjectBesideTheService_areTheServices(String project) throws IOException {
        Map<String, String> ours = versions("pom.xml");
        Map<String, String> shared = versions(project);
        shared.keySet().retainAll(ours.keySet());

        assertThat(shared).containsKey("quarkus.platform.version");
        assertThat(ours).containsAllEntriesOf(shared);
    }

    private static Map<String, String> versions(String pom) throws IOException {
        return VERSION.matcher(Files.readString(Path.of(pom)))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2), (one, other) -> one, TreeMap::new));
    }
}
