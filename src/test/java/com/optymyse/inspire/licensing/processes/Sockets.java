package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of a process on Linux, as the kernel lists them. */
final class Sockets {

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private Sockets() {}

    /** The ports of this side of what a process has open to a port of this machine, whatever its state. */
    static Set<Integer> to(int port, long pid) {
        Set<String> own = own(pid);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/" + pid + "/net/" + table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> port(fields[REMOTE]) == port)
                .filter(fields -> own.contains("socket:[" + fields[INODE] + "]"))
                .map(fields -> port(fields[LOCAL]))
                .collect(Collectors.toSet());
    }

    /** From an address such as {@code 0100007F:1F90}. */
    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
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
