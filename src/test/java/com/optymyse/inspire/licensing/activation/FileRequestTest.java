package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRequestTest {

    /** A file that was made with the server's defaults would be refused. */
    @Test
    void text_noDoubtAboutTheTime_saysAllThatTheVendorHasToChoose() {
        assertThat(FileRequest.text("print", "product-1", null, Optional.empty()))
                .contains(
                        "machine file",
                        "include=license,license.entitlements",
                        "Fingerprint of the installation: print\n",
                        "365 days (ttl=31536000)",
                        "Product: product-1\n",
                        "OFFLINE_LICENSING")
                .doesNotContain("hallenge");
    }

    @Test
    void text_withAClockChallenge_namesIt() {
        assertThat(FileRequest.text("print", "product-1", "ABCDEFGHJKLMNPQR", Optional.empty()))
                .contains("Clock challenge (clockChallenge in the metadata of the machine): ABCDEFGHJKLMNPQR\n");
    }

    @ParameterizedTest
    @CsvSource({
        "P30D, 30 days (ttl=2592000)",
        "P1D, 1 day (ttl=86400)",
        "PT36H, 36 hours (ttl=129600)",
        "P400D, 365 days (ttl=31536000)"
    })
    void text_longestFile_isAskedForUpToAYear(Duration longest, String says) {
        assertThat(FileRequest.text("print", "product-1", null, Optional.of(longest)))
                .contains("Valid for: " + says);
    }
}
