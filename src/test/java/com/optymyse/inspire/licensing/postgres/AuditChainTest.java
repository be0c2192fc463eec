package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was signed once is proven for as long as it is kept, whatever entries have besides by then. */
class AuditChainTest {

    /** As the version made it that knew no requests. */
    private static final String WITHOUT_REQUEST = "e9543599c8309f564ddc4409a9b48523ef5c57c321add68f906ebb94d987d9d8";

    private final AuditChain auditChain =
            new AuditChain(KeyRing.of(List.of("first:" + Base64.getEncoder().encodeToString(new byte[32]))));

    @Test
    void seal_entryWithoutARequest_isThatOfTheVersionsBefore() {
        AuditRow row = auditChain.next(auditChain.begin(), StoredSamples.AUDIT);

        assertThat(HexFormat.of().formatHex(row.mac)).isEqualTo(WITHOUT_REQUEST);
    }
}
