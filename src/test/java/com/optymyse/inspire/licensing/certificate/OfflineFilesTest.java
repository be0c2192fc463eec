package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.TestVendor.ISSUED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineFilesTest {

    private static final Set<CertificateKind> KINDS = EnumSet.allOf(CertificateKind.class);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant MONTH_LATER = ISSUED.plus(MONTH);

    private final OfflineFiles limited = new OfflineFiles(KINDS, MONTH, false);
    private final OfflineFiles listed = new OfflineFiles(KINDS, null, true);

    @Test
    void countsUntil_withoutALimit_never() {
        Certificate endless = lasting(null);

        assertThat(OfflineFiles.of(KINDS).countsUntil(endless)).isNull();
        assertThat(OfflineFiles.of(KINDS).endOf(endless)).isNull();
        assertThat(OfflineFiles.of(KINDS).endOf(lasting(MONTH_LATER))).isEqualTo(MONTH_LATER);
    }

    @Test
    void endOf_withALimit_theEarlierOfBothEnds() {
        assertThat(limited.countsUntil(lasting(null))).isEqualTo(MONTH_LATER);
        assertThat(limited.endOf(lasting(null))).isEqualTo(MONTH_LATER);
        assertThat(limited.endOf(lasting(MONTH_LATER.plusSeconds(1)))).isEqualTo(MONTH_LATER);
        assertThat(limited.endOf(lasting(MONTH_LATER.minusSeconds(1)))).isEqualTo(MONTH_LATER.minusSeconds(1));
    }

    @Test
    void countsUntil_beyondTheLatestTime_thatTime() {
        Certificate late = TestFile.machine()
                .lasting(LicenseEnd.LATEST.minusSeconds(60), null)
                .certificate();

        assertThat(limited.countsUntil(late)).isEqualTo(LicenseEnd.LATEST);
    }

    @Test
    void require_atTheEndByTheLimit_refused() {
        Certificate endless = lasting(null);

        assertThatCode(() -> limited.require(endless, TestVendor.FINGERPRINT, MONTH_LATER.minusNanos(1)))
                .doesNotThrowAnyException();
        assertRefused(RefusalCode.LICENSE_FILE_EXPIRED, limited, endless, MONTH_LATER);
        assertThatCode(() -> OfflineFiles.of(KINDS).require(endless, TestVendor.FINGERPRINT, LicenseEnd.LATEST))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FINGERPRINT",
                "other FINGERPRINT",
                "FINGERPRINT,other",
                "other ,\t FINGERPRINT , another",
                "other\u00a0FINGERPRINT",
                "other\nFINGERPRINT"
            })
    void require_installationListed_accepted(String list) {
        Certificate certificate = listing(list.replace("FINGERPRINT", TestVendor.FINGERPRINT));

        assertThatCode(() -> listed.require(certificate, TestVendor.FINGERPRINT, ISSUED))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "FINGERPRINT-2", "xFINGERPRINT", "FINGERPRINT;other", "*"})
    void require_installationNotListed_refused(String list) {
        Certificate certificate = listing(list.replace("FINGERPRINT", TestVendor.FINGERPRINT));

        assertRefused(RefusalCode.OFFLINE_NOT_LISTED, listed, certificate, ISSUED);
    }

    @Test
    void require_noListOrNoText_refused() {
        assertRefused(RefusalCode.OFFLINE_NOT_LISTED, listed, lasting(null), ISSUED);
        Certificate array = TestFile.machine()
                .withAttributes(attributes -> attributes
                        .withObject("/metadata")
                        .putArray("offlineFingerprints")
                        .add(TestVendor.FINGERPRINT))
                .certificate();
        assertRefused(RefusalCode.OFFLINE_NOT_LISTED, listed, array, ISSUED);
    }

    /** Whoever creates the machine may write its metadata, and that is whoever has the license key. */
    @Test
    void require_listedByTheMachineAlone_refused() {
        Certificate certificate = TestFile.machine()
                .with(root ->
                        root.withObject("/data/attributes/metadata").put("offlineFingerprints", TestVendor.FINGERPRINT))
                .certificate();

        assertRefused(RefusalCode.OFFLINE_NOT_LISTED, listed, certificate, ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M59S", "PT0S", "P-1D", "P36526D"})
    void new_limitOutOfBounds_refused(Duration longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfflineFiles(KINDS, longest, false))
                .withMessageContaining("one hour to 36525 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P36525D"})
    void new_limitAtItsBounds_counts(Duration longest) {
        assertThat(new OfflineFiles(KINDS, longest, false).countsUntil(lasting(null)))
                .isEqualTo(ISSUED.plus(longest));
    }

    private static void assertRefused(RefusalCode code, OfflineFiles offline, Certificate certificate, Instant now) {
        assertThatThrownBy(() -> offline.require(certificate, TestVendor.FINGERPRINT, now))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Certificate lasting(@Nullable Instant end) {
        return TestFile.machine().lasting(ISSUED, end).certificate();
    }

    private static Certificate listing(String list) {
        return TestFile.machine()
                .withAttributes(attributes -> attributes.withObject("/metadata").put("offlineFingerprints", list))
                .certificate();
    }
}
