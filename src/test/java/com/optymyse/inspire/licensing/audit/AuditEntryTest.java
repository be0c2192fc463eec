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
import org.junit.jupiter.params.provider.EnumSource;

class AuditEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller JANE = new Caller("jane", "request-17", null);
    private static final AuditEntry ACTIVATED =
            AuditEntry.succeeded(NOW, JANE, Action.ACTIVATE, "A license was activated online.");

    @ParameterizedTest
    @EnumSource
    void refused_eachCode_tellsWhetherItWasDecided(RefusalCode code) {
        AuditEntry entry = AuditEntry.refused(NOW, JANE, Action.ACTIVATE, new Refusal(code, "Why."));

        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        NOW, JANE, Action.ACTIVATE, outcome(code), code.code(), "Why.", null, null, null, false, null));
    }

    /** Every code is named, so that somebody decides for a new one. */
    private static Outcome outcome(RefusalCode code) {
        return switch (code) {
            case LICENSING_SERVER_BUSY,
                    LICENSING_SERVER_ERROR,
                    LICENSING_SERVER_UNREACHABLE,
                    LICENSING_SERVER_UNTRUSTED,
                    CLOCK_WRONG,
                    STORE_UNAVAILABLE,
                    STARTING,
                    INTERNAL_ERROR -> Outcome.FAILED;
            case INVALID_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_TIMEOUT,
                    UNSUPPORTED_MEDIA_TYPE,
                    NOT_LICENSED,
                    OFFLINE_LICENSE,
                    OPERATION_IN_PROGRESS,
                    PREVIEW_OUTDATED,
                    RELEASE_NOT_BLOCKED,
                    LICENSE_KEY_UNKNOWN,
                    LICENSE_EXPIRED,
                    LICENSE_SUSPENDED,
                    LICENSE_BANNED,
                    LICENSE_OTHER_PRODUCT,
                    LICENSE_NOT_ALLOWED,
                    MACHINE_LIMIT_REACHED,
                    FINGERPRINT_TAKEN,
                    OFFLINE_NOT_ENTITLED,
                    OFFLINE_NOT_LISTED,
                    LICENSE_FILE_MALFORMED,
                    LICENSE_FILE_INCOMPLETE,
                    LICENSE_FILE_NOT_GENUINE,
                    LICENSE_FILE_NOT_OPENED,
                    LICENSE_FILE_EXPIRED,
                    LICENSE_FILE_OLDER,
                    LICENSE_FILE_OTHER_MACHINE,
                    LICENSE_FILE_OTHER_PRODUCT,
                    CLOCK_SET_BACK,
                    TOO_LARGE,
                    HEADERS_TOO_LARGE,
                    TOO_MANY_REQUESTS,
                    IDENTITY_PROVIDER_UNREACHABLE,
                    STOPPING -> Outcome.REFUSED;
        };
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
