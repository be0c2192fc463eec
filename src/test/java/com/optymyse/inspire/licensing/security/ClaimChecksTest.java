package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimChecksTest {

    private static final Instant ISSUED = Instant.parse("2026-11-27T12:00:00Z");

    /** A stream goes by the limit, and a request by the check. */
    @ParameterizedTest
    @CsvSource({"0,, 600", "30,, 630", "30, 900, 630", "30, 300, 301", "0, 599, 600"})
    void limit_settings_isTheFirstMomentAtWhichTheTokenIsRefused(int skew, @Nullable Long oldest, long limit) {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setClockSkew(skew);
        settings.setTokenAge(oldest);
        ClaimChecks checks = new ClaimChecks(settings, Set.of());
        TokenClaims claims = claims();

        assertThat(checks.limit(claims)).isEqualTo(ISSUED.plusSeconds(limit));
        assertThatCode(() -> checks.require(claims, ISSUED.plusSeconds(limit).minusNanos(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> checks.require(claims, ISSUED.plusSeconds(limit)))
                .isInstanceOf(BadToken.class);
    }

    private static TokenClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("ada");
        claims.setIssuedAt(NumericDate.fromSeconds(ISSUED.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(ISSUED.plusSeconds(600).getEpochSecond()));
        return ClaimPathTest.claims(claims);
    }
}
