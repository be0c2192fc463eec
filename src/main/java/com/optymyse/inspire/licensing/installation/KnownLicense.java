package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Grants;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one license, whether it is held or not.
 *
 * @param newest the newest certificate that was held; null while none was
 * @param judgement what the licensing server said last; null while it said nothing
 */
public record KnownLicense(
        @Nullable Newest newest, @Nullable Judgement judgement) {

    public KnownLicense {
        if (newest == null && judgement == null) {
            throw new IllegalArgumentException("Of a license that is known, a certificate or a verdict is known.");
        }
    }

    /** The newest certificate of a license: when it was issued, and what it grants. */
    public record Newest(Instant issuedAt, Grants grants) {}

    /**
     * A verdict under the vendor's signature.
     *
     * @param verdict what the licensing server said
     * @param at the signed time
     * @param machineId the seat that it was about; null where there was none
     */
    public record Judgement(
            Verdict verdict, Instant at, @Nullable String machineId) {

        /** What the verdict says against a file of this machine that was issued before it; empty where it says nothing. */
        Optional<Against> against(Instant issuedAt, @Nullable String machine) {
            return verdict instanceof Verdict.Against against && isAbout(against, machine) && issuedAt.isBefore(at)
                    ? Optional.of(new Against(against, at))
                    : Optional.empty();
        }

        /** Whether the verdict is about this machine. A removed seat is that of one machine only. */
        private boolean isAbout(Verdict.Against against, @Nullable String machine) {
            return switch (against) {
                case Verdict.SeatRemoved removed -> machineId != null && machineId.equals(machine);
                case Verdict.OfLicense ofLicense -> true;
                case Verdict.Refused refused -> true;
            };
        }
    }

    /**
     * What stands against a license file.
     *
     * @param verdict what the licensing server said
     * @param at the signed time
     */
    public record Against(Verdict.Against verdict, Instant at) {}
}
