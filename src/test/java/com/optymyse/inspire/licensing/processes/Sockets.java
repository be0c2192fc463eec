package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of a process on Linux, as the kernel lists them. */
final class Sockets {

    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private Sockets() {}

    /** How many a process has open to a port, whatever their state. */
    static int to(int port, long pid) {
        Set<String> own = own(pid);
        return (int) Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/" + pid + "/net/" + table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[REMOTE].endsWith(String.format(Locale.ROOT, ":%04X", port)))
                .filter(fields -> own.contains("socket:[" + fields[INODE] + "]"))
                .count();
    }

    private static Set<String> own(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.map(Sockets::target).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException("The files of a process can't be listed.", failure);
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException("A file of a process can't be read.", failure);
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException failure) {
            throw new UncheckedIOException("The sockets can't be listed.", failure);
        }
    }
}
