package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.KnownLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a seat release once it was tried: pure decisions. Only what the server signed counts as done. */
final class ReleaseRetryRules {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;
    private static final Duration AFTER_A_TRY = Duration.ofMinutes(1);
    private static final String SERVER_CODE = "serverCode";
    private static final String SUSPENDED = new ServerRefusal.Against(new Verdict.Suspended()).code();

    private ReleaseRetryRules() {}

    /** The release as it has to be kept, or empty when the seat is given back. */
    static Optional<SeatRelease> after(SeatRelease tried, CallResult<MachineDeletion> result, Instant now) {
        return switch (result) {
            case CallResult.Failed<MachineDeletion>(var cause, String detail, Duration pause, var values) ->
                Optional.of(tried.as(
                        tried.unansweredAt(now),
                        pause == null ? retryAt(tried, now) : now.plus(PauseRules.kept(pause)),
                        detail));
            case CallResult.Signed<MachineDeletion>(MachineDeletion deletion, Instant at) ->
                afterSigned(tried, deletion, now);
        };
    }

    /**
     * The release of a seat that another server or account has: it can't be tried from here, and what this server says of
     * it means nothing. It is looked at again daily, in case the configuration is put right.
     */
    static SeatRelease elsewhere(SeatRelease release, Instant now) {
        return release.as(State.BLOCKED, now.plus(SeatRelease.LONGEST_PAUSE), where(release));
    }

    private static String where(SeatRelease release) {
        return "The seat belongs to the licensing server " + release.server() + ", account " + release.account() + ","
                + " but another one is configured. Set licensing.server.url back to it, or ask the vendor to release"
                + " the seat.";
    }

    /** The facts of a result that say why the seat is not released yet, by name. */
    static Map<String, Object> facts(CallResult<MachineDeletion> result) {
        return switch (result) {
            case CallResult.Failed<MachineDeletion> failed -> {
                Map<String, Object> facts = new HashMap<>(failed.values());
                facts.put("code", failed.cause().code().code());
                yield facts;
            }
            case CallResult.Signed<MachineDeletion>(MachineDeletion.Refused(ServerRefusal refusal), Instant at) ->
                Map.of(SERVER_CODE, refusal.code());
            case CallResult.Signed<MachineDeletion> signed -> Map.of();
        };
    }

    /** The facts in the error of a blocked release, by name: the server's code, or where the seat is. */
    static Map<String, Object> facts(SeatRelease blocked) {
        String error = blocked.lastError();
        if (error == null) {
            return Map.of();
        }
        return error.equals(where(blocked))
                ? Map.of("server", blocked.server(), "account", blocked.account())
                : Map.of(SERVER_CODE, error);
    }

    /**
     * Whether another server or account has the seat than those configured now.
     *
     * @param server the address of the server
     * @param account the vendor's account
     */
    static boolean isElsewhere(SeatRelease release, String server, String account) {
        return !release.server().equals(server)
                || !(release.account().equals(account) || release.account().equals(ReplacedSeat.UNKNOWN));
    }

    /**
     * The seats that may be in the way of another one, in the order in which to try them. Those that are queued come last:
     * each was asked for at its time, and one whose deletion is not answered takes the time of the others.
     *
     * @param machineId the seat that is wanted
     * @param before what was stored when the operation began; a seat that it has tried since is left out
     * @param present what is stored now
     */
    static List<SeatRelease> inTheWay(String machineId, StoredInstallation before, StoredInstallation present) {
        return present.releases().stream()
                .filter(release -> release.state() != State.UNKNOWN)
                .filter(release -> !release.machineId().equals(machineId))
                .filter(release -> !wasTried(release, before))
                .sorted(Comparator.comparing(release -> release.state() == State.QUEUED))
                .toList();
    }

    private static boolean wasTried(SeatRelease release, StoredInstallation before) {
        return before.releases().stream()
                .anyMatch(earlier ->
                        earlier.machineId().equals(release.machineId()) && earlier.attempts() != release.attempts());
    }

    /**
     * Whether the license of a seat was reinstated after a suspension had blocked the release. A good verdict shows it.
     * Within the first minute after an attempt that is not asked, since the vendor's clock may be ahead.
     */
    static boolean isReinstated(SeatRelease release, KnownLicenses known, Instant now) {
        KnownLicense license = known.byId().get(release.licenseId());
        Instant tried = release.nextAttemptAt().minus(SeatRelease.LONGEST_PAUSE);
        return release.state() == State.BLOCKED
                && SUSPENDED.equals(release.lastError())
                && license != null
                && license.judgement() instanceof Judgement(Verdict.Good good, Instant at, var machine)
                && at.isAfter(tried)
                && !now.isBefore(tried.plus(AFTER_A_TRY));
    }

    private static Optional<SeatRelease> afterSigned(SeatRelease tried, MachineDeletion deletion, Instant now) {
        return switch (deletion) {
            case MachineDeletion.Deleted deleted -> Optional.empty();
            case MachineDeletion.NoMachine gone -> tried.lateAt(now);
            case MachineDeletion.Refused(ServerRefusal refusal) ->
                Optional.of(tried.as(State.BLOCKED, now.plus(SeatRelease.LONGEST_PAUSE), refusal.code()));
        };
    }

    /** When a release that brought no response is due again. */
    static Instant retryAt(SeatRelease release, Instant now) {
        return now.plus(pause(release.attempts()));
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, attempts - 1)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
