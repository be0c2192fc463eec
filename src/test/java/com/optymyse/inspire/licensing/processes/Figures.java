package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Logger;

/** What the tests measured and how often they repeated it, for people: in the log and in {@code target/figures.txt}. */
public final class Figures {

    private static final Path FILE = Path.of("target", "figures.txt");

    private Figures() {}

    /** How long ago that was, in seconds with one decimal: to be read, because it depends on the machine. */
    static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e8) / 10.0;
    }

    public static void report(String sentence) {
        Logger.getLogger("figures").info(sentence);
        try {
            Files.writeString(
                    FILE, sentence + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("The figures can't be written.", failure);
        }
    }
}
