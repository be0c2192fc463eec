package com.optymyse.inspire.licensing.sandbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In the situations in which a real licensing server was recorded, the sandbox answers as that server did. Heartbeats are
 * left out, which were recorded apart: the service sends none, and the sandbox takes none.
 */
class SandboxTwinTest {

    private static final Logger LOG = Logger.getLogger(SandboxTwinTest.class);

    /** What the sandbox does otherwise on purpose, with the reason. */
    private static final Map<String, String> MEANT = Map.of();

    private static final List<PlayedCall> PLAYED = new ArrayList<>();

    @BeforeAll
    static void play() throws Exception {
        SharedFiles.EXCHANGES.assumePresent();
        Map<String, List<RecordedCall>> stories =
                RecordedCall.all().stream().collect(groupingBy(RecordedCall::story, LinkedHashMap::new, toList()));
        assertThat(RecordedStories.BY_NAME.keySet()).isEqualTo(stories.keySet());
        try (SandboxClient sandbox = new SandboxClient()) {
            for (Map.Entry<String, List<RecordedCall>> story : stories.entrySet()) {
                PLAYED.addAll(RecordedStories.BY_NAME.get(story.getKey()).play(sandbox, story.getValue()));
            }
        }
    }

    @AfterAll
    static void count() {
        LOG.infof(
                "%d recorded calls of %d stories were played: %d answers are alike, %d differ; %d differences are meant.",
                PLAYED.size(),
                RecordedStories.BY_NAME.keySet().size(),
                PLAYED.stream().filter(played -> played.differences().isEmpty()).count(),
                PLAYED.stream()
                        .filter(played -> !played.differences().isEmpty())
                        .count(),
                MEANT.size());
        PLAYED.clear();
    }

    static Stream<PlayedCall> played() {
        return PLAYED.stream();
    }

    @ParameterizedTest
    @MethodSource("played")
    void answer_inTheRecordedSituation_isAsRecorded(PlayedCall played) throws Exception {
        assertThat(played.differences()).isSubsetOf(MEANT.keySet());
        assertThat(played.reply().isSigned() && !JdkVerifier.isGenuine(played.reply()))
                .isFalse();
    }

    @Test
    void calls_areAllThatWereRecorded() {
        assertThat(PLAYED.stream().map(PlayedCall::toString))
                .containsExactlyInAnyOrderElementsOf(SharedFiles.EXCHANGES.names());
    }

    @Test
    void meantDifferences_areFiveAtMost_andAreThereStill() {
        Set<String> found = new TreeSet<>();
        PLAYED.forEach(played -> found.addAll(played.differences()));

        assertThat(MEANT).hasSizeLessThanOrEqualTo(5);
        assertThat(found).isEqualTo(MEANT.keySet());
    }
}
