package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was signed once is proven for as long as it is kept, whatever entries have besides by then. */
class AuditChainTest {

    /** As the versions made them that knew no requests, no times and no facts. */
    private static final String PLAIN = "e9543599c8309f564ddc4409a9b48523ef5c57c321add68f906ebb94d987d9d8";

    private static final String OF_A_REQUEST = "8d6a3ad4f1bd22cde89b237add5b0656e95f87fb1f560fe6c267215d930fbc3e";
    private static final String KNOWING = "afd8c37e6a7c4170f4e20071302a724596079538b0111171107870c741e8c112";
    private static final String KNOWING_OF_A_REQUEST =
            "2046abcfd3e2a420657817c022d0680f0858a7014e3ae219abc351ab2a0be39e";

    /** As the first version made them that knew facts. */
    private static final String WITH_FACTS = "461c7126bcd56ee443caf1a7c555e27289c71312c4720b10524e6cbaf32e5da7";

    private static final String WITH_FACTS_OF_A_REQUEST =
            "99ed8695f25be5a2dfa391050d99bb81c3201a901c0593b69650abc097c3f5c3";

    private final AuditChain auditChain =
            new AuditChain(KeyRing.of(List.of("first:" + Base64.getEncoder().encodeToString(new byte[32]))));

    @Test
    void seal_entryWithoutFacts_isThatOfTheVersionsBefore() {
        assertThat(mac(entry(null, Map.of(), null))).isEqualTo(PLAIN);
        assertThat(mac(entry("request-17", Map.of(), null))).isEqualTo(OF_A_REQUEST);
        assertThat(mac(entry(null, Map.of(), NOW))).isEqualTo(KNOWING);
        assertThat(mac(entry("request-17", Map.of(), NOW))).isEqualTo(KNOWING_OF_A_REQUEST);
    }

    @Test
    void seal_entryWithFacts_isThatOfTheFirstVersionWithFacts() {
        assertThat(mac(entry(null, Map.of("method", "online"), null))).isEqualTo(WITH_FACTS);
        assertThat(mac(entry("request-17", Map.of("method", "online"), null))).isEqualTo(WITH_FACTS_OF_A_REQUEST);
    }

    /** The database forbids both together; its owner can allow them, and must not be able to add what is not signed. */
    @Test
    void verifies_factsAddedToAnEntryThatTellsATime_fails() {
        AuditRow row = auditChain.next(auditChain.begin(), entry(null, Map.of(), NOW), since());
        assertThat(auditChain.verifies(row, new byte[0])).isTrue();

        row.facts = "{}";

        assertThat(auditChain.verifies(row, new byte[0])).isFalse();
    }

    private String mac(AuditEntry entry) {
        return HexFormat.of().formatHex(auditChain.next(auditChain.begin(), entry, since()).mac);
    }

    private static Instant since() {
        return NOW.minus(Duration.ofDays(3));
    }

    /** The key is masked as those versions did it. */
    private static AuditEntry entry(@Nullable String request, Map<String, Object> facts, @Nullable Instant knownTime) {
        return new AuditEntry(
                NOW,
                new Caller("admin", request, null),
                AuditEntry.Action.ACTIVATE,
                AuditEntry.Outcome.SUCCEEDED,
                null,
                "A license was activated online.",
                "…1234",
                null,
                null,
                false,
                facts,
                knownTime);
    }
}
