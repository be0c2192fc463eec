package com.optymyse.inspire.licensing.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A document that somebody follows. */
record Document(Path file) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\n(.*?)^```");

    /**
     * A block of commands, as it is written.
     *
     * @param beginning how the block begins, and no other one of the document
     */
    String block(String beginning) {
        try {
            List<String> found = BLOCK.matcher(Files.readString(file))
                    .results()
                    .map(block -> block.group(1))
                    .filter(block -> block.startsWith(beginning))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        file + " has " + found.size() + " blocks that begin with " + beginning + ".");
            }
            return found.getFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
