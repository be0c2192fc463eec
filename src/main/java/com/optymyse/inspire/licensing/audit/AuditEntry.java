package com.optymyse.inspire.licensing.audit;

import com.optymyse.inspire.licensing.license.Facts;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param at when
 * @param by on whose behalf
 * @param action what was tried or has happened
 * @param outcome what came of it
 * @param code why, where a code tells: of a refusal, or of the reason for a standing
 * @param detail one full sentence, without any key
 * @param licenseKey the license key that it was about, masked; null where it was about none
 * @param standing the standing of the installation from then on; null where nothing could change it
 * @param reason why the standing is not simply licensed; null when it is
 * @param routine whether the entry matters only when the standing is another one than was recorded before
 * @param facts what the detail tells, by name, as {@link Facts} has them; none of a change by time
 * @param knownTime of a change by time: what time it was at least, whatever the host's clock said; null of anything else
 */
public record AuditEntry(
        Instant at,
        Caller by,
        Action action,
        Outcome outcome,
        @Nullable String code,
        String detail,
        @Nullable String licenseKey,
        @Nullable Standing standing,
        @Nullable Reason reason,
        boolean routine,
        Map<String, Object> facts,
        @Nullable Instant knownTime) {

    public AuditEntry {
        facts = Facts.of(facts);
        if (knownTime != null && !facts.isEmpty()) {
            throw new IllegalArgumentException("An entry that tells a time has no facts beside it.");
        }
    }

    /** The actions that the audit trail records. */
    public enum Action {
        /** A license was activated where none was held, or the same one again. */
        ACTIVATE,
        /** A license was activated in place of another one. */
        REPLACE,
        REVALIDATE,
        DEACTIVATE,
        /** The standing has changed by itself. */
        STANDING,
        /** A seat was given back, or should have been. */
        RELEASE,
        DISMISS_RELEASE,
        /** An operator has made an installation of its own out of a copied database. */
        DETACH,
        /** The seat is known to be used by somebody else as well. */
        SEAT_SHARED,
        /** An older state was found in the database than there was before. */
        STATE_ROLLED_BACK,
        CONFIRM_ROLLBACK
    }

    public enum Outcome {
        SUCCEEDED,
        /** The license, the file or the licensing server said no. */
        REFUSED,
        /** Nothing could be decided. */
        FAILED
    }

    public static AuditEntry succeeded(Instant at, Caller by, Action action, String detail) {
        return of(at, by, action, Outcome.SUCCEEDED, detail);
    }

    public static AuditEntry of(Instant at, Caller by, Action action, Outcome outcome, String detail) {
        return new AuditEntry(at, by, action, outcome, null, detail, null, null, null, false, Map.of(), null);
    }

    public static AuditEntry refused(Instant at, Caller by, Action action, Refusal refusal) {
        Outcome outcome = refusal.code().isFailure() ? Outcome.FAILED : Outcome.REFUSED;
        return of(at, by, action, outcome, refusal.detail())
                .because(refusal.code().code())
                .with(refusal.values());
    }

    /** The entry of an operation that was begun and failed, whatever its refusal means elsewhere. */
    public static AuditEntry failed(Instant at, Caller by, Action action, Refusal refusal) {
        return of(at, by, action, Outcome.FAILED, refusal.detail())
                .because(refusal.code().code())
                .with(refusal.values());
    }

    /** The entry of a standing that has changed only because time has passed. */
    public static AuditEntry standing(Instant at, Standing standing, @Nullable Reason reason) {
        String code = reason == null ? null : reason.code();
        String detail =
                "The installation's standing is now " + standing.word() + (code == null ? "." : ": " + code + ".");
        return succeeded(at, Caller.SERVICE, Action.STANDING, detail)
                .because(code)
                .leadingTo(standing, reason)
                .asRoutine();
    }

    /** The same entry with the time that is certain, whatever the host's clock says; null when none is known. */
    public AuditEntry knowing(@Nullable Instant time) {
        return new AuditEntry(
                at, by, action, outcome, code, detail, licenseKey, standing, reason, routine, facts, time);
    }

    /** That a copied database is an installation of its own from now on. */
    public static AuditEntry detached(Instant at, String operator) {
        return succeeded(
                        at,
                        Caller.named(operator),
                        Action.DETACH,
                        "The command installation detach made this copied database an installation of its own.")
                .leadingTo(Standing.UNLICENSED, Reason.NOT_ACTIVATED);
    }

    /** That the service has found something out that an admin has to know. */
    public static AuditEntry found(
            Instant at, Action action, ProblemCode problem, String detail, Map<String, Object> facts) {
        return succeeded(at, Caller.SERVICE, action, detail)
                .because(problem.code())
                .with(facts);
    }

    /** The same with these facts. */
    public AuditEntry with(Map<String, Object> told) {
        return new AuditEntry(
                at, by, action, outcome, code, detail, licenseKey, standing, reason, routine, told, knownTime);
    }

    private AuditEntry because(@Nullable String why) {
        return new AuditEntry(
                at, by, action, outcome, why, detail, licenseKey, standing, reason, routine, facts, knownTime);
    }

    /** The same, about a license. */
    public AuditEntry about(LicenseKey key) {
        return new AuditEntry(
                at, by, action, outcome, code, detail, key.masked(), standing, reason, routine, facts, knownTime);
    }

    /** The same entry with the standing that it leads to. The reason becomes its code if it has none. */
    public AuditEntry leadingTo(Standing next, @Nullable Reason why) {
        String cause = code == null && why != null && next != Standing.UNLICENSED ? why.code() : code;
        return new AuditEntry(at, by, action, outcome, cause, detail, licenseKey, next, why, routine, facts, knownTime);
    }

    /** The same entry as routine: it is written only if it changes the standing. */
    public AuditEntry asRoutine() {
        return new AuditEntry(
                at, by, action, outcome, code, detail, licenseKey, standing, reason, true, facts, knownTime);
    }
}
