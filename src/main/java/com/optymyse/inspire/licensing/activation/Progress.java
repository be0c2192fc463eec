package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an activation has come. */
final class Progress {

    /** What the licensing server has said against a license that was to be activated. */
    record Judged(String licenseId, Judgement judgement) {}

    private volatile boolean seatReserved;
    private volatile @Nullable Judged judged;
    private volatile Instant lastSigned = Instant.EPOCH;

    /** From now on the licensing server may have given this installation a seat. */
    void seatReserved() {
        seatReserved = true;
    }

    boolean hasReservedASeat() {
        return seatReserved;
    }

    /** The licensing server has just signed a validation. */
    void validatedAt(Instant signed) {
        lastSigned = signed;
    }

    /** When the licensing server has signed its last validation. */
    Instant lastValidated() {
        return lastSigned;
    }

    /** The licensing server has just said this of a license. */
    void judged(Judged verdict) {
        judged = verdict;
    }

    Optional<Judged> judged() {
        return Optional.ofNullable(judged);
    }
}
