package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Tries a pasted key as it stands. If the licensing server does not know it, tries the cleaned key once. */
final class KeyCandidates {

    private KeyCandidates() {}

    /** What comes of the key that was tried last. */
    static <T> Uni<T> tried(PastedKey pasted, Function<LicenseKey, Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(() -> attempt.apply(pasted.asItStands()))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> pasted.insteadAfter(failure)
                        .map(attempt)
                        .orElseGet(() -> Uni.createFrom().failure(failure)))
                .onFailure(Refusal.class)
                .transform(pasted::explained);
    }
}
