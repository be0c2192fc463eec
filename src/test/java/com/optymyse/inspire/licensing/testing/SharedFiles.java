package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files and exchanges of real licensing servers. They lie beside the project and are never copied into it; where they are
 * absent, their tests are skipped.
 */
public enum SharedFiles {
    /** License files and signed messages that vendors published. */
    VECTORS("vectors"),
    /** Requests of this service to a server, and the answers. */
    EXCHANGES("recorded/exchanges"),
    /** The same under policies that ask for heartbeats, and the heartbeats themselves, which this service does not send. */
    HEARTBEATS("recorded/heartbeats"),
    /** License files in every form that the same server issues. */
    FILES("recorded/files");

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;

    SharedFiles(String name) {
        this.folder = Path.of(System.getProperty("keygen.folder", "../shared/keygen"), name);
    }

    /** Skips the test where the files are absent. */
    public void assumePresent() {
        assumeThat(folder)
                .as(
                        "The folder of a real licensing server's files (-Dkeygen.folder=…) is absent, so they are not tested.")
                .isDirectory();
    }

    /** The limit that is meant by a value of the metadata: a number, or a text of digits; what is no count is 0. */
    public static int limit(JsonNode value) {
        if (value.isTextual() && value.textValue().matches("[0-9]{1,9}")) {
            return Integer.parseInt(value.textValue());
        }
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : 0;
    }

    public JsonNode json(String name) {
        try {
            return MAPPER.readTree(text(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String text(String name) {
        assumePresent();
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of all files but {@code expected.json}. */
    public Set<String> names() {
        assumePresent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("expected.json"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
