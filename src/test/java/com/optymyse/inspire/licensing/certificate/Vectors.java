package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that a real licensing server issued. They lie beside the project and are never copied into it; where they are
 * absent, their tests are skipped.
 */
public final class Vectors {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path FOLDER = Path.of(System.getProperty("keygen.vectors", "../shared/keygen/vectors"));

    private Vectors() {}

    public static JsonNode json(String name) {
        try {
            return MAPPER.readTree(text(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Skips the test where the files are absent. */
    public static void assumePresent() {
        assumeThat(FOLDER)
                .as("The folder of real license files (-Dkeygen.vectors=…) is absent, so they are not tested.")
                .isDirectory();
    }

    public static String text(String name) {
        assumePresent();
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
