package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final List<Integer> CASES = IntStream.range(0, 10).boxed().toList();

    @Test
    void of_commit_isTheSamePartEachTimeWithBothEnds() {
        String commit = "49f17f7de9b3e2d3b2e5a5d3b0c1a2f3e4d5c6b8";

        assertThat(Sample.of("test", CASES, 4, commit))
                .containsExactly(0, 4, 8, 9)
                .isEqualTo(Sample.of("test", CASES, 4, commit));
    }

    @Test
    void of_oneCommitForEachPart_isEveryCase() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(commit -> String.format(Locale.ROOT, "%040x", commit))
                        .flatMap(commit -> Sample.of("test", CASES, 4, commit).stream()))
                .containsAll(CASES);
    }

    @Test
    void of_all_isEveryCase() {
        assertThat(Sample.of("test", CASES, 4, "all")).isEqualTo(CASES);
    }

    @Test
    void times_allOrACommit_areAllOrFew() {
        assertThat(Sample.times(4, 10, "all")).isEqualTo(10);
        assertThat(Sample.times(4, 10, "49f17f7de9b3e2d3b2e5a5d3b0c1a2f3e4d5c6b8"))
                .isEqualTo(4);
    }
}
