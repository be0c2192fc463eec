package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseTest {

    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void name_ownName_isTaken() {
        assertThat(license("Acme", "Enterprise", null).name()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void name_noOwnName_isThePlans(@Nullable String ownName) {
        assertThat(license(ownName, "Enterprise", null).name()).isEqualTo("Enterprise");
    }

    @Test
    void name_neither_isNone() {
        assertThat(license(null, null, null).name()).isNull();
    }

    @Test
    void expiredAt_beforeTheEnd_isFalse() {
        assertThat(license(null, null, END).expiredAt(END.minusNanos(1))).isFalse();
    }

    @Test
    void expiredAt_atTheEnd_isTrue() {
        assertThat(license(null, null, END).expiredAt(END)).isTrue();
    }

    @Test
    void expiredAt_perpetual_isNever() {
        assertThat(license(null, null, null).expiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void toString_anyLicense_masksItsKey() {
        assertThat(license("Acme", null, null)).asString().doesNotContain("90C3BE");
    }

    @Test
    void end_byExpiryAndValidation_isKnownNeverOrNotBegun() {
        assertThat(license(null, null, END, false).end()).isEqualTo(new LicenseEnd.At(END));
        assertThat(license(null, null, END, true).end()).isEqualTo(new LicenseEnd.At(END));
        assertThat(license(null, null, null, true).end()).isEqualTo(new LicenseEnd.Never());
        assertThat(license(null, null, null, false).end()).isEqualTo(new LicenseEnd.NotBegun());
    }

    private static License license(@Nullable String ownName, @Nullable String planName, @Nullable Instant expiresAt) {
        return license(ownName, planName, expiresAt, true);
    }

    private static License license(
            @Nullable String ownName, @Nullable String planName, @Nullable Instant expiresAt, boolean validated) {
        return new License(
                "license-1",
                "account-1",
                "product-1",
                new LicenseKey("4D2A17-90C3BE-7F65E8-V3"),
                ownName,
                License.State.USABLE,
                null,
                expiresAt,
                validated,
                false,
                false,
                new Terms(Limits.NONE, planName, 0, List.of()));
    }
}
