package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Callers rely on these words, so a renamed constant must not change one unnoticed. */
@Isolated("It changes the default locale.")
class CodesTest {

    @Test
    void refusalCodes_areTheOnesOfTheContract() {
        assertThat(Arrays.stream(RefusalCode.values()).map(RefusalCode::code))
                .containsExactly(
                        "invalid-request",
                        "unauthorized",
                        "forbidden",
                        "not-found",
                        "method-not-allowed",
                        "not-acceptable",
                        "request-timeout",
                        "unsupported-media-type",
                        "not-licensed",
                        "offline-license",
                        "operation-in-progress",
                        "preview-outdated",
                        "release-not-blocked",
                        "license-key-unknown",
                        "license-expired",
                        "license-suspended",
                        "license-banned",
                        "license-other-product",
                        "license-not-allowed",
                        "machine-limit-reached",
                        "fingerprint-taken",
                        "offline-not-entitled",
                        "offline-not-listed",
                        "license-file-malformed",
                        "license-file-incomplete",
                        "license-file-not-genuine",
                        "license-file-not-opened",
                        "license-file-expired",
                        "license-file-older",
                        "license-file-other-machine",
                        "license-file-other-product",
                        "clock-set-back",
                        "clock-wrong",
                        "too-large",
                        "headers-too-large",
                        "too-many-requests",
                        "licensing-server-error",
                        "licensing-server-untrusted",
                        "licensing-server-unreachable",
                        "licensing-server-busy",
                        "identity-provider-unreachable",
                        "store-unavailable",
                        "starting",
                        "stopping",
                        "internal-error");
    }

    @Test
    void reasons_areTheOnesOfTheContract() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code))
                .containsExactly(
                        "server-unreachable",
                        "license-expired",
                        "license-suspended",
                        "license-banned",
                        "license-unknown",
                        "refused-by-server",
                        "seat-removed",
                        "offline-not-entitled",
                        "certificate-ended",
                        "certificate-unverifiable",
                        "not-activated");
    }

    @Test
    void problemCodes_areTheOnesOfTheContract() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code))
                .containsExactly(
                        "limit-missing",
                        "limit-invalid",
                        "grace-period-invalid",
                        "entitlement-code-similar",
                        "entitlement-code-ambiguous",
                        "refused-by-server",
                        "certificate-not-renewed",
                        "certificate-unverifiable",
                        "certificate-older",
                        "stored-license-edited",
                        "known-time-edited",
                        "host-clock-behind",
                        "host-clock-differs",
                        "database-clock-differs",
                        "fingerprint-differs",
                        "state-not-current",
                        "time-not-stored",
                        "audit-trail-unsound",
                        "seat-shared",
                        "state-rolled-back");
    }

    @Test
    void codes_inAnyLocale_areTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));

            assertThat(RefusalCode.INVALID_REQUEST.code()).isEqualTo("invalid-request");
            assertThat(ProblemCode.LIMIT_MISSING.code()).isEqualTo("limit-missing");
            assertThat(Reason.LICENSE_EXPIRED.code()).isEqualTo("license-expired");
        } finally {
            Locale.setDefault(before);
        }
    }
}
