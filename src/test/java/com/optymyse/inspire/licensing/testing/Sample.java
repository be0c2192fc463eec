package com.optymyse.inspire.licensing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * The part of a long list of cases that this run tries. The commit's hash chooses it, so a commit is always tried with
 * the same cases, and many commits are tried with all of them. {@code -Dmatrix=all} tries all at once,
 * {@code -Dmatrix=<hash>} what that commit tried. Without a commit all are tried.
 */
public final class Sample {

    private static final String ALL = "all";
    private static final int HEXADECIMAL = 16;

    private Sample() {}

    /** Every so many of the cases, beginning where the commit says, and always the first and the last one. */
    public static <T> List<T> of(String matrix, List<T> cases, int every) {
        return of(matrix, cases, every, chosenBy());
    }

    /** How often one case is repeated: {@code few} times, and {@code all} times where all cases are tried. */
    public static int times(int few, int all) {
        return times(few, all, chosenBy());
    }

    static int times(int few, int all, String chosenBy) {
        return chosenBy.equals(ALL) ? all : few;
    }

    static <T> List<T> of(String matrix, List<T> cases, int every, String chosenBy) {
        if (chosenBy.equals(ALL)) {
            return cases;
        }
        int begin = new BigInteger(chosenBy, HEXADECIMAL)
                .mod(BigInteger.valueOf(every))
                .intValue();
        List<T> chosen = IntStream.range(0, cases.size())
                .filter(number -> number % every == begin || number == 0 || number == cases.size() - 1)
                .mapToObj(cases::get)
                .toList();
        Logger.getLogger(Sample.class.getName())
                .info(matrix + ": " + chosen.size() + " of " + cases.size() + " cases, part " + (begin + 1) + " of "
                        + every + " as " + chosenBy + " says. All: -Dmatrix=all");
        return chosen;
    }

    private static String chosenBy() {
        return System.getProperty("matrix", commit().orElse(ALL));
    }

    private static Optional<String> commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD").start();
            String hash = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(hash) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Git names the commit.", interrupted);
        }
    }
}
