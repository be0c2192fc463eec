package com.optymyse.inspire.licensing.keygen;

import static java.util.Map.entry;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.SeatAnswer;
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
    static Optional<SeatAnswer> creation(int status, List<String> codes) {
        return switch (status) {
            case 409 -> codes.isEmpty() ? Optional.of(new SeatAnswer.Conflict(null)) : Optional.empty();
            case 422 -> agree(status, codes) ? unprocessable(codes) : Optional.empty();
            default -> refusal(status, codes);
        };
    }

    /** For a license that was not checked in: a 422 without a code says that its policy asks for no check-in. */
    static Optional<CheckInResult> checkIn(int status, List<String> codes) {
        if (status == 422 && codes.isEmpty()) {
            return Optional.of(new CheckInResult.NotDemanded());
        }
        return (status == 422 && agree(status, codes)
                        ? codes.stream().findFirst().<SeatAnswer>map(SeatAnswer.Invalid::new)
                        : refusal(status, codes))
                .map(CheckInResult.Refused::new);
    }

    /** For a machine that was not checked out: servers from 1.7 on look first whether it could be created so today. */
    static Optional<SeatAnswer> checkOut(int status, List<String> codes) {
        if (notFound(status, codes)) {
            return Optional.of(new SeatAnswer.NoSeat());
        }
        return status == 422 && agree(status, codes) ? invalid(codes) : refusal(status, codes);
    }

    /** For a machine that was not deleted: whether there is none, its license is gone, or this key can't ever delete it. */
    static Optional<SeatAnswer> deletion(int status, List<String> codes) {
        if (notFound(status, codes)) {
            return Optional.of(new SeatAnswer.NoSeat());
        }
        if (unknownKey(status, codes)) {
            return Optional.of(new SeatAnswer.Done());
        }
        if (status == 403 && codes.isEmpty()) {
            return Optional.of(new SeatAnswer.NotAllowed(NO_CODE));
        }
        return refusal(status, codes);
    }

    /** For any call made with a license key: what stands against the key. */
    static Optional<SeatAnswer> refusal(int status, List<String> codes) {
        if (unknownKey(status, codes)) {
            return Optional.of(new SeatAnswer.Against(new Verdict.Unknown()));
        }
        return status == 403 && agree(status, codes)
                ? codes.stream().findFirst().map(MachineErrors::forbidden)
                : Optional.empty();
    }

    private static boolean agree(int status, List<String> codes) {
        return codes.stream().allMatch(code -> STATUS.getOrDefault(code, isLimit(code) ? 422 : status) == status);
    }

    private static SeatAnswer forbidden(String code) {
        return switch (code) {
            case "LICENSE_SUSPENDED" -> new SeatAnswer.Against(new Verdict.Suspended());
            case "LICENSE_BANNED", "USER_BANNED" -> new SeatAnswer.Against(new Verdict.Banned());
            case "LICENSE_EXPIRED" -> new SeatAnswer.Expired();
            default -> new SeatAnswer.NotAllowed(code);
        };
    }

    private static Optional<SeatAnswer> unprocessable(List<String> codes) {
        Optional<String> limit = limit(codes);
        if (codes.contains("FINGERPRINT_TAKEN")) {
            return Optional.of(new SeatAnswer.FingerprintTaken(limit.orElse(null)));
        }
        if (codes.contains("ID_CONFLICT")) {
            return Optional.of(new SeatAnswer.Conflict(limit.orElse(null)));
        }
        return invalid(codes);
    }

    /** A limit, whatever else is named; else the first of what is named. */
    private static Optional<SeatAnswer> invalid(List<String> codes) {
        return limit(codes)
                .<SeatAnswer>map(SeatAnswer.LimitReached::new)
                .or(() -> codes.stream().findFirst().map(SeatAnswer.Invalid::new));
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
