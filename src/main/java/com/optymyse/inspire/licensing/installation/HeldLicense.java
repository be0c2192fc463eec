package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The license that this installation holds: the certificate that proves it, and what was learned since.
 *
 * @param key the license key
 * @param certificate the license file or machine file, as the vendor signed it
 * @param mode how it proves itself
 * @param machineId the seat at the licensing server; null where the certificate names none
 * @param activatedAt when an admin activated it here
 * @param verdict what the licensing server said last; {@link Verdict.Good} offline
 * @param verdictAt the signed time of that verdict; null offline
 * @param attempts how re-validation goes
 * @param acceptedAsOlder whether the certificate was accepted although a newer one of the license was held before
 * @param countsUntil when the certificate ceases to count by what the vendor had set when it was activated; null for no sooner
 *     than the certificate says
 */
public record HeldLicense(
        LicenseKey key,
        String certificate,
        ValidationMode mode,
        @Nullable String machineId,
        Instant activatedAt,
        Verdict verdict,
        @Nullable Instant verdictAt,
        Attempts attempts,
        boolean acceptedAsOlder,
        @Nullable Instant countsUntil) {

    public HeldLicense {
        if (mode == ValidationMode.ONLINE && (machineId == null || verdictAt == null)) {
            throw new IllegalArgumentException(
                    "A license validated online has a machine and a time of its last verdict.");
        }
    }

    /** A license whose certificate is the newest. */
    public HeldLicense(
            LicenseKey key,
            String certificate,
            ValidationMode mode,
            @Nullable String machineId,
            Instant activatedAt,
            Verdict verdict,
            @Nullable Instant verdictAt,
            Attempts attempts) {
        this(key, certificate, mode, machineId, activatedAt, verdict, verdictAt, attempts, false, null);
    }

    /** The same license, by a certificate that was accepted although a newer one was held before. */
    public HeldLicense asOlder(boolean accepted) {
        return new HeldLicense(
                key, certificate, mode, machineId, activatedAt, verdict, verdictAt, attempts, accepted, countsUntil);
    }

    /** Whether the last response called the license good but did not renew its certificate. */
    public boolean isRenewalRefused() {
        return verdict instanceof Verdict.Good && attempts.refusedWith() != null;
    }

    /** The same license, with its certificate's text as this version of the service stores it. */
    public HeldLicense certifiedBy(Certificate verified) {
        return verified.text().equals(certificate)
                ? this
                : new HeldLicense(
                        key,
                        verified.text(),
                        mode,
                        machineId,
                        activatedAt,
                        verdict,
                        verdictAt,
                        attempts,
                        acceptedAsOlder,
                        countsUntil);
    }

    /** The same license with a newer certificate and a good verdict. */
    public HeldLicense renewed(Certificate next, Instant at, Attempts attempts) {
        return new HeldLicense(key, next.text(), mode, next.machineId(), activatedAt, new Verdict.Good(), at, attempts);
    }

    /** The same license and certificate, after a verdict of the server. */
    public HeldLicense judged(Verdict verdict, @Nullable Instant at, Attempts attempts) {
        return new HeldLicense(
                key, certificate, mode, machineId, activatedAt, verdict, at, attempts, acceptedAsOlder, countsUntil);
    }

    /** The same license with other attempts to re-validate it. */
    public HeldLicense attempted(Attempts attempts) {
        return judged(verdict, verdictAt, attempts);
    }

    /**
     * How re-validation goes.
     *
     * @param lastAt when the server was asked last; null where it never is
     * @param outcome {@code good}, the reason it stands against, or the error code of a failed attempt
     * @param failures failed attempts in a row
     * @param nextAt when it is asked next by itself; null where it never is
     * @param refusedWith the server's code where it gave its verdict and refused a call beside it; null where it did not
     */
    public record Attempts(
            @Nullable Instant lastAt,
            @Nullable String outcome,
            int failures,
            @Nullable Instant nextAt,
            @Nullable String refusedWith) {

        /** For a license that never asks. */
        public static final Attempts NEVER = new Attempts(null, null, 0, null);

        /** The longest time until the next attempt: a day and its jitter. */
        private static final Duration LONGEST_PLAN = Duration.ofHours(26);

        public Attempts(@Nullable Instant lastAt, @Nullable String outcome, int failures, @Nullable Instant nextAt) {
            this(lastAt, outcome, failures, nextAt, null);
        }

        /** The same, with another plan. */
        public Attempts nextAt(Instant planned) {
            return new Attempts(lastAt, outcome, failures, planned, refusedWith);
        }

        /**
         * Whether the server is to be asked. A plan that no schedule makes, or one that was made in the future, is that of a
         * clock that was ahead, and means nothing.
         *
         * @param now the time that counts
         */
        public boolean isDueAt(Instant now) {
            return nextAt != null
                    && (!nextAt.isAfter(now)
                            || nextAt.isAfter(now.plus(LONGEST_PLAN))
                            || (lastAt != null && lastAt.isAfter(now.plus(ClockSkew.TOLERATED))));
        }
    }
}
