package com.optymyse.inspire.licensing.activation;

/** What a license has no more of, by the licensing server's codes, which end with {@code _LIMIT_EXCEEDED}. */
enum ServerLimit {
    MACHINES("Every seat of this license is in use", "Deactivate it on another server first, or ask for more seats."),
    CORES(
            "The installations of this license have more processor cores than it allows",
            "Deactivate it on another server first, or ask for more cores."),
    MEMORY(
            "The installations of this license have more memory than it allows",
            "Deactivate it on another server first, or ask for more memory."),
    DISK(
            "The installations of this license have more disk space than it allows",
            "Deactivate it on another server first, or ask for more disk space."),
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

    /** The same for machines, where it is known how many have a seat. */
    static String sentence(int seats) {
        return MACHINES.reached + " (" + MACHINES_EXCEEDED + "): "
                + (seats == 1 ? "one installation has a seat. " : seats + " installations have one. ")
                + "Deactivate the license on one of them. If that installation is gone for good, ask the vendor to release"
                + " its seat, or take its place: set licensing.installation.fingerprint to its fingerprint here.";
    }

    /** What is reached, by which code, and what to do. */
    String sentence(String code) {
        return reached + " (" + code + "). " + fix;
    }
}
