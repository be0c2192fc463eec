package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                data().add(Map.of()),
                data().add(Map.of("a", NOW)),
                data().add(Map.of("b", NOW)),
                data().add(Map.of("a", NOW.plusSeconds(1))),
                data().add(Map.of("a", NOW, "b", NOW)));

        assertThat(different.stream().map(data -> HexFormat.of().formatHex(data.toBytes())))
                .doesNotHaveDuplicates();
    }

    @Test
    void toBytes_mapInAnotherOrder_isTheSame() {
        Map<String, Instant> one = new LinkedHashMap<>();
        one.put("a", NOW);
        one.put("b", NOW.plusSeconds(1));
        Map<String, Instant> other = new LinkedHashMap<>();
        other.put("b", NOW.plusSeconds(1));
        other.put("a", NOW);

        assertThat(data().add(one).toBytes()).isEqualTo(data().add(other).toBytes());
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
