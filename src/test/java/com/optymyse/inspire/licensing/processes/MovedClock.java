package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The clock of the host that services run on, which can be set while they run. Needs a C compiler. */
final class MovedClock {

    private static final Path SOURCE = Path.of("src", "test", "c", "moved-clock.c");

    private final Path library;
    private final Path seconds;

    /** @param folder where its library and its setting go */
    MovedClock(Path folder) {
        this.library = folder.resolve("moved-clock.so").toAbsolutePath();
        this.seconds = folder.resolve("moved-clock.seconds").toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no folder for the clock.", failure);
        }
        OperatorCommand.run(
                List.of("gcc", "-shared", "-fPIC", "-O2", "-o", library.toString(), SOURCE.toString(), "-ldl"),
                Map.of());
        move(Duration.ZERO);
    }

    /** Puts the clock ahead, or back with a negative duration, against the real time. */
    void move(Duration by) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(by.toSeconds())
                .flip();
        try (FileChannel file = FileChannel.open(seconds, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("The clock can't be set.", failure);
        }
    }

    /** What a process that has this clock needs in its environment. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "MOVED_CLOCK", seconds.toString());
    }
}
