package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionalDataTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    @Test
    void toBytes_otherValues_areOtherBytes() {
        List<AdditionalData> different = List.of(
                data(),
                new AdditionalData("other"),
                data().add((String) null),
                data().add(""),
                data().add("a"),
                data().add("ab").add("c"),
                data().add("a").add("bc"),
                data().add("abc"),
                data().add("abc").add((String) null),
                data().add("abc").add(""),
                data().add(1),
                data().add(256),
                data().add(NOW),
                data().add(NOW.plusNanos(1_000)),
                data().add(Instant.EPOCH.minusSeconds(1)),
                data().add(List.of()),
                data().add(judged("a", NOW)),
                data().add(judged("b", NOW)),
                data().add(judged("a", NOW.plusSeconds(1))),
                data().add(KnownLicenseRow.rows(StoredSamples.KNOWN)));

        assertThat(different.stream().map(data -> HexFormat.of().formatHex(data.toBytes())))
                .doesNotHaveDuplicates();
    }

    @Test
    void toBytes_licensesInAnotherOrder_isTheSame() {
        List<KnownLicenseRow> rows = KnownLicenseRow.rows(StoredSamples.KNOWN);

        assertThat(data().add(rows.reversed()).toBytes())
                .isEqualTo(data().add(rows).toBytes());
    }

    private static List<KnownLicenseRow> judged(String id, Instant at) {
        return KnownLicenseRow.rows(KnownLicenses.NONE.judged(id, new Judgement(new Verdict.Suspended(), at, null)));
    }

    @Test
    void toBytes_lessThanAMicrosecond_isTheSame() {
        assertThat(data().add(NOW.plusNanos(999)).toBytes())
                .isEqualTo(data().add(NOW).toBytes());
    }

    private static AdditionalData data() {
        return new AdditionalData("purpose");
    }
}
