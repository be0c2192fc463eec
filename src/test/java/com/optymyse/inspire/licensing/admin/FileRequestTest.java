package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRequestTest {

    private static final OfflineFiles ANY = OfflineFiles.of(EnumSet.allOf(CertificateKind.class));

    /** A file made without that would be refused. */
    @Test
    void text_onlyListedInstallations_asksForTheListFirst() {
        OfflineFiles listed = new OfflineFiles(ANY.kinds(), null, true);

        assertThat(FileRequest.text("print", "product-1", null, "1.2.3", listed))
                .contains("offlineFingerprints");
        assertThat(FileRequest.text("print", "product-1", null, "1.2.3", ANY)).doesNotContain("offlineFingerprints");
    }

    @Test
    void text_noMachineFilesAccepted_asksForALicenseFile() {
        OfflineFiles ofLicenses = OfflineFiles.of(EnumSet.of(CertificateKind.LICENSE));

        assertThat(FileRequest.text("print", "product-1", "ABCDEFGHJKLMNPQR", "1.2.3", ofLicenses))
                .contains(
                        "Kind: license file, checked out with include=entitlements\n",
                        "in the metadata of the license)")
                .doesNotContain("machine");
    }

    /** A file that was made with the server's defaults would be refused. */
    @Test
    void text_noDoubtAboutTheTime_saysAllThatTheVendorHasToChoose() {
        assertThat(FileRequest.text("print", "product-1", null, "1.2.3", ANY))
                .contains(
                        "machine file",
                        "include=license,license.entitlements",
                        "Fingerprint of the installation: print\n",
                        "365 days (ttl=31536000)",
                        "Product: product-1\n",
                        "Service: inspire-licensing 1.2.3\n",
                        "OFFLINE_LICENSING")
                .doesNotContain("hallenge");
    }

    @Test
    void text_withAClockChallenge_namesIt() {
        assertThat(FileRequest.text("print", "product-1", "ABCDEFGHJKLMNPQR", "1.2.3", ANY))
                .contains("Clock challenge (clockChallenge in the metadata of the machine): ABCDEFGHJKLMNPQR\n");
    }

    @ParameterizedTest
    @CsvSource({
        "P30D, 30 days (ttl=2592000)",
        "P1D, 1 day (ttl=86400)",
        "PT36H, 36 hours (ttl=129600)",
        "PT90M, 90 minutes (ttl=5400)",
        "P400D, 365 days (ttl=31536000)"
    })
    void text_longestFile_isAskedForUpToAYear(Duration longest, String says) {
        assertThat(FileRequest.text(
                        "print",
                        "product-1",
                        null,
                        "1.2.3",
                        new OfflineFiles(EnumSet.allOf(CertificateKind.class), longest, false)))
                .contains("Valid for: " + says);
    }
}
