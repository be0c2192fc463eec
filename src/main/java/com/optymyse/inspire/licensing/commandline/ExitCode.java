package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command's exit code means. Scripts rely on these numbers, so that none ever changes its meaning. */
final class ExitCode {

    /** The result is as it should be, or the command has made it so. */
    static final int GOOD = 0;

    /** It could not be done or found out; the last line says why. */
    static final int FAILED = 1;

    /** No such command, or not with these arguments. */
    static final int WRONG_USAGE = 2;

    /** The audit trail was changed by another hand than the service's. */
    static final int AUDIT_CHANGED = 3;

    private static final Map<RefusalCode, Integer> REFUSALS = new EnumMap<>(Map.ofEntries(
            Map.entry(RefusalCode.LICENSE_FILE_MALFORMED, 10),
            Map.entry(RefusalCode.LICENSE_FILE_NOT_GENUINE, 11),
            Map.entry(RefusalCode.LICENSE_FILE_NOT_OPENED, 12),
            Map.entry(RefusalCode.LICENSE_FILE_OTHER_PRODUCT, 13),
            Map.entry(RefusalCode.LICENSE_FILE_OTHER_MACHINE, 14),
            Map.entry(RefusalCode.LICENSE_FILE_EXPIRED, 15),
            Map.entry(RefusalCode.LICENSE_EXPIRED, 16),
            Map.entry(RefusalCode.LICENSE_SUSPENDED, 17),
            Map.entry(RefusalCode.LICENSE_BANNED, 18),
            Map.entry(RefusalCode.CLOCK_SET_BACK, 19),
            Map.entry(RefusalCode.OFFLINE_NOT_ENTITLED, 20),
            Map.entry(RefusalCode.LICENSE_FILE_INCOMPLETE, 21),
            Map.entry(RefusalCode.OFFLINE_NOT_LISTED, 22)));

    private ExitCode() {}

    /** Why a license file does not count. */
    static int of(RefusalCode code) {
        return REFUSALS.getOrDefault(code, FAILED);
    }

    /** The numbers and their meanings, in a sentence. */
    static String legend() {
        return "Exit codes: 0 good, 1 failed, 2 wrong usage, 3 audit trail changed, "
                + REFUSALS.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getValue))
                        .map(entry -> entry.getValue() + " " + entry.getKey().code())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
