package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.KNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownLicenseRowTest {

    @Test
    void licenses_ofRowsAsWritten_areTheSame() {
        assertThat(KnownLicenseRow.licenses(KnownLicenseRow.rows(KNOWN))).isEqualTo(KNOWN);
    }

    /** Whoever edits a row must not stop the reading of the state: the seal tells of the edit. */
    @Test
    void licenses_codeWrittenTwice_areReadAndNotSealedFor() {
        List<KnownLicenseRow> rows = KnownLicenseRow.rows(KNOWN);
        byte[] before = sealedFor(rows);

        rows.getFirst().entitlements += "\nSSO_SAML";

        KnownLicenses read = KnownLicenseRow.licenses(rows);
        assertThat(read).isEqualTo(KNOWN);
        assertThat(sealedFor(rows)).isNotEqualTo(before);
    }

    @Test
    void licenses_stateOfANewerVersion_saySo() {
        List<KnownLicenseRow> rows = KnownLicenseRow.rows(KNOWN);

        rows.getFirst().state = "paused";

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> KnownLicenseRow.licenses(rows))
                .withMessageContaining("newer version")
                .withMessageContaining("state 'paused'");
    }

    private static byte[] sealedFor(List<KnownLicenseRow> rows) {
        return new AdditionalData("test").add(rows).toBytes();
    }
}
