package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void new_codeAndDetail_areKept() {
        Refusal refusal = new Refusal(RefusalCode.LICENSE_EXPIRED, "The license expired.");

        assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSE_EXPIRED);
        assertThat(refusal.detail()).isEqualTo("The license expired.");
        assertThat(refusal.field()).isNull();
    }

    @Test
    void new_asAnAnswerRatherThanAFault_hasNoStackTrace() {
        assertThat(new Refusal(RefusalCode.STARTING, "Wait.").getStackTrace()).isEmpty();
    }

    @Test
    void tooManyRequests_wait_isRoundedUpToSeconds() {
        assertThat(Refusal.tooManyRequests("Wait.", Duration.ofMillis(1)).retryAfterSeconds())
                .hasValue(1);
        assertThat(Refusal.tooManyRequests("Wait.", Duration.ofSeconds(3)).retryAfterSeconds())
                .hasValue(3);
        assertThat(Refusal.tooManyRequests("Wait.", Duration.ofMillis(3001)).retryAfterSeconds())
                .hasValue(4);
        assertThat(new Refusal(RefusalCode.TOO_MANY_REQUESTS, "Wait.").retryAfterSeconds())
                .isEmpty();
    }

    @Test
    void after_time_isTheSameWithTheTimeToWait() {
        Refusal busy = new Refusal(RefusalCode.LICENSING_SERVER_BUSY, "Wait.").after(Duration.ofSeconds(25));

        assertThat(busy.retryAfterSeconds()).hasValue(25);
        assertThat(busy.code()).isEqualTo(RefusalCode.LICENSING_SERVER_BUSY);
        assertThat(busy.detail()).isEqualTo("Wait.");
    }

    @Test
    void invalid_field_isNamed() {
        Refusal refusal = Refusal.invalid("licenseKey", "A license key must not be blank.");

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.detail()).isEqualTo("A license key must not be blank.");
    }

    @Test
    void asRecorded_anyRefusal_isTheSameAndSaysThatItIsRecorded() {
        Refusal refusal = Refusal.tooManyRequests("Wait a moment.", Duration.ofSeconds(5));

        Refusal recorded = refusal.asRecorded();

        assertThat(refusal.isRecorded()).isFalse();
        assertThat(recorded.isRecorded()).isTrue();
        assertThat(recorded.code()).isEqualTo(refusal.code());
        assertThat(recorded.detail()).isEqualTo(refusal.detail());
        assertThat(recorded.retryAfterSeconds()).hasValue(5);
    }

    @Test
    void saying_more_isBehindTheDetailAndAllElseIsKept() {
        Refusal refusal = Refusal.invalid("licenseKey", "It is none.")
                .toPrograms("Send one.")
                .with(Map.of(Refusal.BELONGS_IN, "licenseFile"))
                .telling(Map.of("length", 4097))
                .after(Duration.ofSeconds(5))
                .asRecorded()
                .saying("Use another.");

        assertThat(refusal.detail()).isEqualTo("It is none. Use another.");
        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.toPrograms()).isEqualTo("Send one.");
        assertThat(refusal.members()).containsEntry("belongsIn", "licenseFile");
        assertThat(refusal.values()).isEqualTo(Map.of("length", 4097));
        assertThat(refusal.retryAfterSeconds()).hasValue(5);
        assertThat(refusal.isRecorded()).isTrue();
    }

    @Test
    void with_membersAfterValues_keepsBoth() {
        Refusal refusal = new Refusal(RefusalCode.MACHINE_LIMIT_REACHED, "No seat is left.")
                .telling(Map.of("serverCode", "MACHINE_LIMIT_EXCEEDED"))
                .with(Map.of("seats", "all"))
                .toPrograms("Wait.");

        assertThat(refusal.values()).containsOnlyKeys("serverCode");
        assertThat(refusal.members()).containsOnlyKeys("seats");
    }
}
