package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check-out that this installation makes of its seat. It is noted before the call, so that nobody else is ever thought to
 * have made it.
 *
 * @param id chosen here
 * @param machineId the machine at the licensing server; null while it is asked for by its fingerprint alone
 * @param sentAt when it was asked for: the signed time of the validation before it
 * @param issuedAt when its machine file was issued; null while none has come
 */
public record OwnCheckOut(
        UUID id,
        @Nullable String machineId,
        Instant sentAt,
        @Nullable Instant issuedAt) {

    /** How long own check-outs are kept: longer than others count, because a server may report one late. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** How long after the issue of the file the server may record the check-out. */
    static final Duration LATEST_NOTE = Duration.ofSeconds(60);

    /** For a check-out without a file: how long before and after it was sent the server may record it. */
    static final Duration EARLIEST = Duration.ofMinutes(5);

    static final Duration LATEST = Duration.ofMinutes(6);

    public OwnCheckOut {
        if (issuedAt != null && machineId == null) {
            throw new IllegalArgumentException("A machine file names its machine.");
        }
    }

    /** One that is about to be made. */
    public static OwnCheckOut about(@Nullable String machineId, Instant sentAt) {
        return new OwnCheckOut(UUID.randomUUID(), machineId, sentAt, null);
    }

    /** The same, once its machine file has come. */
    public OwnCheckOut answered(String machine, Instant issued) {
        return new OwnCheckOut(id, machine, sentAt, issued);
    }

    /** Whether a check-out of a machine that the server has written down is this one. */
    boolean isThat(String machine, Instant writtenDown) {
        boolean mayBeSame = machineId == null || machineId.equals(machine);
        return mayBeSame
                && (issuedAt == null
                        ? isWithin(sentAt.minus(EARLIEST), writtenDown, sentAt.plus(LATEST))
                        : isWithin(issuedAt, writtenDown, issuedAt.plus(LATEST_NOTE)));
    }

    private static boolean isWithin(Instant from, Instant time, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
