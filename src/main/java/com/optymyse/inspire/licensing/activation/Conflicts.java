package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells an admin whose operation gave way to another one which that is, since when, for whom, and when its lease ends unless it is renewed. */
@ApplicationScoped
class Conflicts {

    private final CurrentInstallation current;

    Conflicts(CurrentInstallation current) {
        this.current = current;
    }

    /** The same operation; where it is refused because of another one, the refusal tells of that, as far as it is known. */
    <T> Uni<T> told(Uni<T> operation) {
        return operation
                .onFailure(Conflicts::isConflict)
                // Where reading fails, what is in memory has to do.
                .recoverWithUni(refused -> PassedOver.failuresOf("Reading what is under way", current.reload())
                        .chain(() -> Uni.createFrom().failure(told((Refusal) refused))));
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == RefusalCode.OPERATION_IN_PROGRESS;
    }

    /** The same refusal, with what is known in memory of the operation under way: whoever asks in crowds costs no reading. */
    Refusal told(Refusal refused) {
        return current.underWay().map(lease -> refused.with(members(lease))).orElse(refused);
    }

    private static Map<String, Object> members(HeldLease lease) {
        return Map.of("underWay", UnderWayAnswer.of(lease), "until", lease.until());
    }
}
