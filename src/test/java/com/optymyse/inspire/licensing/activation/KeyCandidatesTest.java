package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCandidatesTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void tried_keyOfTwoLinesUnknown_askedOnceAndSaysThatItHadTwoLines() {
        Refusal refusal = refusalOf("AB12CD34\nEF56GH78");

        assertThat(asked).containsExactly("AB12CD34EF56GH78");
        assertThat(refusal.detail())
                .contains("does not know this license key", "2 lines of the text were read as one key");
    }

    @Test
    void tried_labelledKeyUnknown_askedTwiceAndSaysNothingOfLines() {
        Refusal refusal = refusalOf("Key: AB12CD34");

        assertThat(asked).containsExactly("Key: AB12CD34", "AB12CD34");
        assertThat(refusal.detail()).doesNotContain("lines");
    }

    private Refusal refusalOf(String pasted) {
        return catchThrowableOfType(
                Refusal.class,
                () -> KeyCandidates.tried(PastedKey.read(pasted), this::unknown)
                        .await()
                        .atMost(Duration.ofMinutes(1)));
    }

    private Uni<String> unknown(LicenseKey key) {
        asked.add(key.value());
        return Uni.createFrom().failure(Refusals.against(new Verdict.Unknown()));
    }
}
