package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.OtherCheckOut;
import com.optymyse.inspire.licensing.installation.OwnCheckOut;
import com.optymyse.inspire.licensing.installation.SeatSharing;
import com.optymyse.inspire.licensing.installation.SeatSharing.SharedUse;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who has checked the seat out and when, within the caller's transaction. */
final class CheckOutBook {

    private final AuditWriter audit;

    CheckOutBook(AuditWriter audit) {
        this.audit = audit;
    }

    /** Notes one that is about to be made, and forgets what is too old to matter. */
    Uni<Void> note(OwnCheckOut checkOut) {
        Instant before = StoredTime.of(checkOut.sentAt().minus(OwnCheckOut.KEPT));
        return CheckOutRow.delete("sentAt < ?1", before)
                .chain(() -> OtherCheckOuts.forget(before))
                .chain(() -> Rows.put(CheckOutRow.of(checkOut)));
    }

    /**
     * Notes what the machine file of one has brought to light; says whether the seat is known to be shared from now on.
     *
     * @param locked the installation, so that what begins is recorded once
     */
    Uni<Boolean> answered(InstallationRow locked, OwnCheckOut answered, @Nullable Instant before, AuditEntry begins) {
        return Rows.put(CheckOutRow.of(answered))
                .chain(() -> before == null ? Uni.createFrom().item(false) : lookAt(locked, answered, before, begins));
    }

    private Uni<Boolean> lookAt(InstallationRow locked, OwnCheckOut answered, Instant before, AuditEntry begins) {
        return CheckOutRow.near(before)
                .chain(own -> OtherCheckOuts.read().map(others -> SeatSharing.of(answered, before, own, others)))
                .chain(use -> use.other()
                        .map(other -> write(locked, other, use, begins))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> write(InstallationRow locked, OtherCheckOut other, SharedUse use, AuditEntry begins) {
        return OtherCheckOuts.put(other)
                .chain(() -> use.begins() ? audit.add(begins) : Uni.createFrom().voidItem())
                .chain(() -> Notification.send(locked))
                .replaceWith(use.begins());
    }
}
