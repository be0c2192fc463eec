package com.optymyse.inspire.licensing.processes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What the JVM of a replica tells about itself. */
final class Diagnostics {

    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final String ALLOCATION = "jdk.ThreadAllocationStatistics";

    private Diagnostics() {}

    /** The heap in use after a collection, in bytes. */
    static long memory(Replica service) throws IOException, InterruptedException {
        jcmd(service, "GC.run");
        return HEAP_USED
                        .matcher(jcmd(service, "GC.heap_info"))
                        .results()
                        .mapToLong(generation -> Long.parseLong(generation.group(1)))
                        .sum()
                * 1024;
    }

    /**
     * Bytes that the replica's threads allocate, by Java Flight Recorder, for each of the requests that {@code load}
     * sends and counts.
     */
    static long allocatedForEach(Replica service, LongSupplier load) throws IOException, InterruptedException {
        Path file = Files.createTempFile("allocation", ".jfr");
        try {
            jcmd(service, "JFR.start", "name=load", "settings=none", "+" + ALLOCATION + "#enabled=true");
            long requests = load.getAsLong();
            jcmd(service, "JFR.stop", "name=load", "filename=" + file);
            return allocated(file) / requests;
        } finally {
            Files.delete(file);
        }
    }

    /** By thread the recorder knows at its beginning and its end how much was allocated since the thread was born. */
    private static long allocated(Path recording) throws IOException {
        Map<Long, LongSummaryStatistics> byThread = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals(ALLOCATION))
                .collect(groupingBy(Diagnostics::thread, summarizingLong(event -> event.getLong("allocated"))));
        if (byThread.isEmpty()) {
            throw new IllegalStateException("The recorder has counted nothing.");
        }
        return byThread.values().stream()
                .mapToLong(counts -> counts.getMax() - counts.getMin())
                .sum();
    }

    private static long thread(RecordedEvent event) {
        return event.getThread("thread").getJavaThreadId();
    }

    private static String jcmd(Replica service, String... command) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                        .toString(),
                                String.valueOf(service.pid())),
                        Stream.of(command))
                .toList();
        Process jcmd = new ProcessBuilder(arguments).redirectErrorStream(true).start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException(arguments + " failed: " + answer);
        }
        return answer;
    }
}
