package com.optymyse.inspire.licensing.keygen;

import static java.util.Map.entry;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the licensing server's signed refusals mean, by status and error codes; empty where they say nothing of license
 * and seat. The status is not under the signature, so where there is a code, it has to agree.
 */
final class MachineErrors {

    private static final String NO_CODE = "403 without a code";

    /** The status that the server gives with a code. A code that is not in here may come with any,
     * but for limits, which come with 422. */
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            entry("LICENSE_INVALID", 401),
            entry("LICENSE_SUSPENDED", 403),
            entry("LICENSE_BANNED", 403),
            entry("USER_BANNED", 403),
            entry("LICENSE_EXPIRED", 403),
            entry("LICENSE_NOT_ALLOWED", 403),
            entry("TOKEN_NOT_ALLOWED", 403),
            entry("NOT_FOUND", 404),
            entry("FINGERPRINT_TAKEN", 422),
            entry("ID_CONFLICT", 422));

    private MachineErrors() {}

    /** For a machine that was not created. The server names everything that is wrong, so all codes are looked at. */
    static Optional<MachineCreation> creation(int status, List<String> codes) {
        return switch (status) {
            case 409 -> codes.isEmpty() ? Optional.of(new MachineCreation.Conflict(null)) : Optional.empty();
            case 422 -> agree(status, codes) ? notCreated(codes) : Optional.empty();
            default -> refusal(status, codes).map(MachineCreation.Refused::new);
        };
    }

    /** For a license that was not checked in: a 422 without a code says that its policy asks for no check-in. */
    static Optional<CheckInResult> checkIn(int status, List<String> codes) {
        if (status == 422 && codes.isEmpty()) {
            return Optional.of(new CheckInResult.NotDemanded());
        }
        return (status == 422 && agree(status, codes)
                        ? codes.stream().findFirst().<ServerRefusal.OfLicense>map(ServerRefusal.Invalid::new)
                        : refusal(status, codes))
                .map(CheckInResult.Refused::new);
    }

    /**
     * For a machine that was not checked out: servers from version 1.7 on first check whether the machine could still be
     * created under the present rules.
     */
    static Optional<MachineCheckOut> checkOut(int status, List<String> codes) {
        if (notFound(status, codes)) {
            return Optional.of(new MachineCheckOut.NoMachine());
        }
        return (status == 422 && agree(status, codes) ? invalid(codes) : refusal(status, codes))
                .map(MachineCheckOut.Refused::new);
    }

    /** For a machine that was not deleted: whether there is none, its license is gone, or this key can't ever delete it. */
    static Optional<MachineDeletion> deletion(int status, List<String> codes) {
        if (notFound(status, codes)) {
            return Optional.of(new MachineDeletion.NoMachine());
        }
        if (unknownKey(status, codes)) {
            return Optional.of(new MachineDeletion.Deleted());
        }
        return (status == 403 && codes.isEmpty()
                        ? Optional.<ServerRefusal>of(new ServerRefusal.NotAllowed(NO_CODE))
                        : refusal(status, codes))
                .map(MachineDeletion.Refused::new);
    }

    /** For any call made with a license key: what stands against the key. */
    static Optional<ServerRefusal.OfLicense> refusal(int status, List<String> codes) {
        if (unknownKey(status, codes)) {
            return Optional.of(new ServerRefusal.Against(new Verdict.Unknown()));
        }
        return status == 403 && agree(status, codes)
                ? codes.stream().findFirst().map(MachineErrors::forbidden)
                : Optional.empty();
    }

    private static boolean agree(int status, List<String> codes) {
        return codes.stream().allMatch(code -> STATUS.getOrDefault(code, isLimit(code) ? 422 : status) == status);
    }

    private static ServerRefusal.OfLicense forbidden(String code) {
        return switch (code) {
            case "LICENSE_SUSPENDED" -> new ServerRefusal.Against(new Verdict.Suspended());
            case "LICENSE_BANNED", "USER_BANNED" -> new ServerRefusal.Against(new Verdict.Banned());
            case "LICENSE_EXPIRED" -> new ServerRefusal.Expired();
            default -> new ServerRefusal.NotAllowed(code);
        };
    }

    private static Optional<MachineCreation> notCreated(List<String> codes) {
        Optional<String> limit = limit(codes);
        if (codes.contains("FINGERPRINT_TAKEN")) {
            return Optional.of(new MachineCreation.FingerprintTaken(limit.orElse(null)));
        }
        if (codes.contains("ID_CONFLICT")) {
            return Optional.of(new MachineCreation.Conflict(limit.orElse(null)));
        }
        return invalid(codes).map(MachineCreation.Refused::new);
    }

    /** The refusal for these codes: a limit where one is among them, else the first code. */
    private static Optional<ServerRefusal> invalid(List<String> codes) {
        return limit(codes)
                .<ServerRefusal>map(ServerRefusal.LimitReached::new)
                .or(() -> codes.stream().findFirst().map(ServerRefusal.Invalid::new));
    }

    private static Optional<String> limit(List<String> codes) {
        return codes.stream().filter(MachineErrors::isLimit).findFirst();
    }

    private static boolean isLimit(String code) {
        return code.endsWith("_LIMIT_EXCEEDED");
    }

    private static boolean notFound(int status, List<String> codes) {
        return status == 404 && codes.contains("NOT_FOUND");
    }

    private static boolean unknownKey(int status, List<String> codes) {
        return status == 401 && codes.contains("LICENSE_INVALID");
    }
}
