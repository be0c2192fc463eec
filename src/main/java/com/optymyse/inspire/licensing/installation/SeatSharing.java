package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody else uses this installation's seat: pure decisions. A machine file tells when its machine was checked out
 * before, so that each installation of a shared seat sees the others' check-outs. That is reported and restricts nothing.
 */
public final class SeatSharing {

    /** The number of different days with another's check-out from which a seat counts as shared. */
    static final int DAYS = 3;

    /** How far back these days may lie. */
    static final Duration COUNTED = Duration.ofDays(60);

    private SeatSharing() {}

    /**
     * What a machine file shows about other users of the seat.
     *
     * @param other the check-out before it, where somebody else has made that
     * @param begins whether the seat is known to be shared from now on
     */
    public record SharedUse(Optional<OtherCheckOut> other, boolean begins) {

        /** The check-out before was an own one, or there was none. */
        static final SharedUse NONE = new SharedUse(Optional.empty(), false);
    }

    /**
     * What a machine file tells of the check-out before it.
     *
     * @param answered the check-out that has brought it
     * @param before when its machine was checked out before, as it says; null for never
     * @param own the check-outs that this installation has noted
     * @param others what is known of others
     */
    public static SharedUse of(
            OwnCheckOut answered, @Nullable Instant before, List<OwnCheckOut> own, List<OtherCheckOut> others) {
        String machine = answered.machineId();
        Instant now = answered.issuedAt();
        if (machine == null || now == null || before == null || isOwn(answered, machine, before, own)) {
            return SharedUse.NONE;
        }
        OtherCheckOut other = new OtherCheckOut(machine, before);
        List<OtherCheckOut> next =
                Stream.concat(others.stream(), Stream.of(other)).toList();
        return new SharedUse(Optional.of(other), !isShared(others, machine, now) && isShared(next, machine, now));
    }

    /**
     * Whether an earlier check-out of this installation is the one in the file. The check-out that brought the file is too
     * late for that.
     */
    private static boolean isOwn(OwnCheckOut answered, String machine, Instant before, List<OwnCheckOut> own) {
        return own.stream()
                .filter(noted -> !noted.id().equals(answered.id()))
                .anyMatch(noted -> noted.isThat(machine, before));
    }

    private static boolean isShared(List<OtherCheckOut> others, String machine, Instant now) {
        return daysOf(counted(others, machine, now)) >= DAYS;
    }

    /** What an admin is told; empty while the seat is not known to be shared, and while no seat is held. */
    static Optional<LicensingProblem> problem(StoredInstallation stored, Instant now) {
        HeldLicense held = stored.license().held();
        String machine = held == null ? null : held.machineId();
        if (machine == null) {
            return Optional.empty();
        }
        List<OtherCheckOut> counted = counted(stored.anomalies().others(), machine, now);
        return daysOf(counted) < DAYS ? Optional.empty() : Optional.of(problem(machine, counted));
    }

    private static LicensingProblem problem(String machine, List<OtherCheckOut> counted) {
        long days = daysOf(counted);
        Instant last =
                counted.stream().map(OtherCheckOut::at).max(Instant::compareTo).orElseThrow();
        return new LicensingProblem(
                ProblemCode.SEAT_SHARED,
                "Another system has used this installation's seat on " + days + " of the last " + COUNTED.toDays()
                        + " days, last at " + last + ". It may be a clone or a running restored copy of this"
                        + " installation, or a tool of the vendor. Give a copy an identity of its own with the"
                        + " command installation detach.",
                Map.of("days", days, "lastAt", last, "machineId", machine));
    }

    private static List<OtherCheckOut> counted(List<OtherCheckOut> others, String machine, Instant now) {
        Instant from = now.minus(COUNTED);
        return others.stream()
                .filter(other -> other.machineId().equals(machine) && other.at().isAfter(from))
                .toList();
    }

    private static long daysOf(List<OtherCheckOut> others) {
        return others.stream().map(OtherCheckOut::day).distinct().count();
    }
}
