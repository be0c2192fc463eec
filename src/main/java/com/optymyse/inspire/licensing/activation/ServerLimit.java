package com.optymyse.inspire.licensing.activation;

/** The limits that a license can reach, by the licensing server's codes, which end with {@code _LIMIT_EXCEEDED}. */
enum ServerLimit {
    MACHINES("Every seat of this license is in use", ""),
    CORES("The installations of this license have more processor cores than it allows", ""),
    MEMORY("The installations of this license have more memory than it allows", ""),
    DISK("The installations of this license have more disk space than it allows", ""),
    GROUP(
            "The vendor has put this license into a group that has no seat left",
            "Ask the vendor for more seats of that group."),
    OTHER("The license has reached a limit of the licensing server", "Ask the vendor to raise it.");

    static final String MACHINES_EXCEEDED = "MACHINE_LIMIT_EXCEEDED";

    private final String reached;
    private final String fix;

    ServerLimit(String reached, String fix) {
        this.reached = reached;
        this.fix = fix;
    }

    /** The limit that a code of the licensing server is about. */
    static ServerLimit of(String code) {
        return switch (code) {
            case MACHINES_EXCEEDED -> MACHINES;
            case "MACHINE_CORE_LIMIT_EXCEEDED" -> CORES;
            case "MACHINE_MEMORY_LIMIT_EXCEEDED" -> MEMORY;
            case "MACHINE_DISK_LIMIT_EXCEEDED" -> DISK;
            case String group when group.startsWith("GROUP_") -> GROUP;
            default -> OTHER;
        };
    }

    /** The sentence about machines when it is known how many have a seat. How to free one is the fix of the refusal. */
    static String sentence(int seats) {
        return switch (seats) {
                    case 1 -> "The only seat of this license is in use (" + MACHINES_EXCEEDED + "). Free it first.";
                    default ->
                        "All " + seats + " seats of this license are in use (" + MACHINES_EXCEEDED
                                + "). Free one of them first.";
                }
                + " If this installation replaces one that no longer exists, set licensing.installation.fingerprint to"
                + " the fingerprint of the old installation instead.";
    }

    /** What is reached, by which code, and what to do, where the refusal itself does not say. */
    String sentence(String code) {
        return reached + " (" + code + ")." + (fix.isEmpty() ? "" : " " + fix);
    }
}
