package com.optymyse.inspire.licensing.sandbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.sandbox.RecordedStory.Played;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the situations in which a real licensing server was recorded, the sandbox answers as that server did. */
class SandboxTwinTest {

    private static final Logger LOG = Logger.getLogger(SandboxTwinTest.class);

    /** What the sandbox does otherwise on purpose, with the reason. */
    private static final Map<String, String> MEANT = Map.of();

    private static final List<Played> PLAYED = new ArrayList<>();

    @BeforeAll
    static void play() throws Exception {
        SharedFiles.EXCHANGES.assumePresent();
        Map<String, List<RecordedCall>> stories =
                RecordedCall.all().stream().collect(groupingBy(RecordedCall::story, LinkedHashMap::new, toList()));
        assertThat(RecordedStory.names()).isEqualTo(stories.keySet());
        try (SandboxClient sandbox = new SandboxClient()) {
            for (Map.Entry<String, List<RecordedCall>> story : stories.entrySet()) {
                PLAYED.addAll(RecordedStory.named(story.getKey()).play(sandbox, story.getValue()));
            }
        }
    }

    @AfterAll
    static void count() {
        LOG.infof(
                "%d recorded calls of %d stories were played: %d answers are alike, %d differ as meant in %d traits.",
                PLAYED.size(),
                RecordedStory.names().size(),
                PLAYED.stream().filter(played -> differences(played).isEmpty()).count(),
                PLAYED.stream().filter(played -> !differences(played).isEmpty()).count(),
                MEANT.size());
        PLAYED.clear();
    }

    static Stream<Played> played() {
        return PLAYED.stream();
    }

    @ParameterizedTest
    @MethodSource("played")
    void answer_inTheRecordedSituation_isAsRecorded(Played played) throws Exception {
        assertThat(differences(played)).isSubsetOf(MEANT.keySet());
        assertThat(played.reply().isSigned() && !JdkVerifier.isGenuine(played.reply()))
                .isFalse();
    }

    @Test
    void calls_areAllThatWereRecorded() {
        assertThat(PLAYED.stream().map(Played::toString))
                .containsExactlyInAnyOrderElementsOf(SharedFiles.EXCHANGES.names());
    }

    @Test
    void meantDifferences_areFiveAtMost_andAreThereStill() {
        Set<String> found = new TreeSet<>();
        PLAYED.forEach(played -> found.addAll(differences(played)));

        assertThat(MEANT).hasSizeLessThanOrEqualTo(5);
        assertThat(found).isEqualTo(MEANT.keySet());
    }

    /** The traits that one of the two answers has alone. */
    private static Set<String> differences(Played played) {
        Set<String> recorded = played.recorded().traits();
        Set<String> sandboxed = AnswerTraits.of(
                played.reply().status(),
                headers(played.reply()),
                played.reply().body(),
                played.key() + RecordedCall.FINGERPRINT);
        Set<String> differences = new TreeSet<>();
        recorded.stream()
                .filter(trait -> !sandboxed.contains(trait))
                .forEach(trait -> differences.add("server: " + trait));
        sandboxed.stream()
                .filter(trait -> !recorded.contains(trait))
                .forEach(trait -> differences.add("sandbox: " + trait));
        return differences;
    }

    private static Map<String, String> headers(SandboxClient.Reply reply) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }
}
