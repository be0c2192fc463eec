package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller JANE = new Caller("jane", "request-17", null);
    private static final AuditEntry ACTIVATED =
            AuditEntry.succeeded(NOW, JANE, Action.ACTIVATE, "A license was activated online.");

    @ParameterizedTest
    @CsvSource({
        "LICENSE_EXPIRED, REFUSED",
        "LICENSE_FILE_NOT_GENUINE, REFUSED",
        "LICENSING_SERVER_UNREACHABLE, FAILED",
        "LICENSING_SERVER_UNTRUSTED, FAILED",
        "LICENSING_SERVER_ERROR, FAILED",
        "LICENSING_SERVER_BUSY, FAILED",
        "CLOCK_WRONG, FAILED",
        "STORE_UNAVAILABLE, FAILED",
        "INTERNAL_ERROR, FAILED",
        "OPERATION_IN_PROGRESS, REFUSED"
    })
    void refused_anyCode_tellsWhetherItWasDecided(RefusalCode code, Outcome outcome) {
        AuditEntry entry = AuditEntry.refused(NOW, JANE, Action.ACTIVATE, new Refusal(code, "Why."));

        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        NOW, JANE, Action.ACTIVATE, outcome, code.code(), "Why.", null, null, null, false));
    }

    @Test
    void about_aLicense_masksItsKey() {
        assertThat(ACTIVATED
                        .about(new LicenseKey("SECRET-KEY-OF-THE-LICENSE-1234"))
                        .licenseKey())
                .isEqualTo("…1234");
    }

    @Test
    void leadingTo_restricted_hasTheReasonAsCode() {
        AuditEntry entry = ACTIVATED.leadingTo(Standing.RESTRICTED, Reason.LICENSE_SUSPENDED);

        assertThat(entry.standing()).isEqualTo(Standing.RESTRICTED);
        assertThat(entry.reason()).isEqualTo(Reason.LICENSE_SUSPENDED);
        assertThat(entry.code()).isEqualTo("license-suspended");
    }

    @Test
    void leadingTo_licensedOrUnlicensed_hasNoCode() {
        assertThat(ACTIVATED.leadingTo(Standing.LICENSED, null).code()).isNull();
        assertThat(ACTIVATED
                        .leadingTo(Standing.UNLICENSED, Reason.NOT_ACTIVATED)
                        .code())
                .isNull();
    }

    @Test
    void leadingTo_entryWithACode_keepsIt() {
        AuditEntry failed = AuditEntry.refused(
                NOW, Caller.SERVICE, Action.REVALIDATE, new Refusal(RefusalCode.LICENSING_SERVER_UNREACHABLE, "Away."));

        assertThat(failed.leadingTo(Standing.GRACE, Reason.SERVER_UNREACHABLE).code())
                .isEqualTo("licensing-server-unreachable");
    }

    @Test
    void standing_withAndWithoutReason_saysBothInASentence() {
        AuditEntry grace = AuditEntry.standing(NOW, Standing.GRACE, Reason.SERVER_UNREACHABLE);
        AuditEntry licensed = AuditEntry.standing(NOW, Standing.LICENSED, null);

        assertThat(grace.detail()).isEqualTo("The installation's standing is now grace: server-unreachable.");
        assertThat(grace.code()).isEqualTo("server-unreachable");
        assertThat(licensed.detail()).isEqualTo("The installation's standing is now licensed.");
        assertThat(licensed.code()).isNull();
    }

    @Test
    void asRoutine_anEntry_isNothingButRoutine() {
        AuditEntry routine = ACTIVATED.asRoutine();

        assertThat(ACTIVATED.routine()).isFalse();
        assertThat(routine.routine()).isTrue();
        assertThat(routine.detail()).isEqualTo(ACTIVATED.detail());
    }
}
