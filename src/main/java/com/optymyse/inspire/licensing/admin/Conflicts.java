package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.BestEffort;
import com.optymyse.inspire.licensing.activation.Preview.Prospect;
import com.optymyse.inspire.licensing.activation.Refusals;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds to a refusal which other operation caused the conflict. Of another operation: which that is, since when, for whom,
 * and when its lease ends unless it is renewed. Of an installation that is another one than was shown: the present preview.
 */
@ApplicationScoped
class Conflicts {

    private final CurrentInstallation current;

    Conflicts(CurrentInstallation current) {
        this.current = current;
    }

    /** The same operation; where it is refused because of a conflict, the refusal tells of that, as far as it is known. */
    <T> Uni<T> told(Uni<T> operation) {
        return operation
                .onFailure(Refusal.isOf(RefusalCode.OPERATION_IN_PROGRESS))
                // Where reading fails, what is in memory has to do.
                .recoverWithUni(refused -> BestEffort.failuresOf("Reading what is under way", current.reload())
                        .chain(() -> Uni.createFrom().failure(told((Refusal) refused))))
                .onFailure(Refusal.isOf(RefusalCode.PREVIEW_OUTDATED))
                .transform(refused -> withPreview((Refusal) refused));
    }

    private static Refusal withPreview(Refusal refused) {
        return refused.members().get(Refusals.PREVIEW) instanceof Prospect present
                ? refused.with(Map.of(Refusals.PREVIEW, PreviewAnswer.of(present)))
                : refused;
    }

    /** Adds what is known in memory of the running operation. Many callers at once then cost no read. */
    Refusal told(Refusal refused) {
        return current.underWay()
                .map(lease -> refused.with(members(lease)).telling(facts(lease)))
                .orElse(refused);
    }

    private static Map<String, Object> facts(HeldLease lease) {
        UnderWayAnswer underWay = UnderWayAnswer.of(lease);
        Map<String, Object> facts =
                new HashMap<>(Map.of("action", underWay.action(), "since", underWay.since(), "until", lease.until()));
        if (underWay.by() != null) {
            facts.put("by", underWay.by());
        }
        return facts;
    }

    private static Map<String, Object> members(HeldLease lease) {
        return Map.of("underWay", UnderWayAnswer.of(lease), "until", lease.until());
    }
}
