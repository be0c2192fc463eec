package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller JANE = new Caller("jane", "request-17", null);
    private static final AuditEntry ACTIVATED =
            AuditEntry.succeeded(NOW, JANE, Action.ACTIVATE, "A license was activated online.");

    /** Codes of refusals that say that something failed. */
    private static final Set<RefusalCode> FAILURES = EnumSet.of(
            RefusalCode.LICENSING_SERVER_BUSY,
            RefusalCode.LICENSING_SERVER_ERROR,
            RefusalCode.LICENSING_SERVER_UNREACHABLE,
            RefusalCode.LICENSING_SERVER_UNTRUSTED,
            RefusalCode.CLOCK_WRONG,
            RefusalCode.STORE_UNAVAILABLE,
            RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
            RefusalCode.STARTING,
            RefusalCode.STOPPING,
            RefusalCode.INTERNAL_ERROR);

    @ParameterizedTest
    @EnumSource
    void refused_eachCode_tellsWhetherItWasDecided(RefusalCode code) {
        AuditEntry entry = AuditEntry.refused(NOW, JANE, Action.ACTIVATE, new Refusal(code, "Why."));

        Outcome outcome = FAILURES.contains(code) ? Outcome.FAILED : Outcome.REFUSED;
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        NOW,
                        JANE,
                        Action.ACTIVATE,
                        outcome,
                        code.code(),
                        "Why.",
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        null));
    }

    @Test
    void refused_refusalThatTellsFacts_hasThem() {
        Refusal refusal = new Refusal(RefusalCode.LICENSE_EXPIRED, "It is over.").telling(Map.of("expiresAt", NOW));

        assertThat(AuditEntry.refused(NOW, JANE, Action.ACTIVATE, refusal).facts())
                .isEqualTo(Map.of("expiresAt", NOW.toString()));
        assertThat(AuditEntry.failed(NOW, JANE, Action.ACTIVATE, refusal).facts())
                .isEqualTo(Map.of("expiresAt", NOW.toString()));
    }

    @Test
    void with_factsThatAreAboutALicenseLater_keepsThem() {
        AuditEntry entry = ACTIVATED
                .with(Map.of("method", "online"))
                .about(new LicenseKey("SECRET-KEY-OF-THE-LICENSE-1234"))
                .leadingTo(Standing.RESTRICTED, Reason.LICENSE_SUSPENDED)
                .asRoutine();

        assertThat(entry.facts()).isEqualTo(Map.of("method", "online"));
    }

    /** The store has no room for both, and would refuse to record what has happened. */
    @Test
    void knowing_entryWithFacts_isRefused() {
        AuditEntry entry = ACTIVATED.with(Map.of("method", "online"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.knowing(NOW))
                .withMessage("An entry that tells a time has no facts beside it.");
    }

    @Test
    void about_aLicense_masksItsKey() {
        assertThat(ACTIVATED
                        .about(new LicenseKey("SECRET-KEY-OF-THE-LICENSE-1234"))
                        .licenseKey())
                .isEqualTo("SECRET…1234");
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
