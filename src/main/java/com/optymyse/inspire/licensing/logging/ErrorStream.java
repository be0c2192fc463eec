package com.optymyse.inspire.licensing.logging;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Hands over what is printed to it, one text for each stack trace. Printing costs its caller nothing: the texts are handed
 * over by a thread of its own. While that can't keep up, what is printed is dropped and counted.
 */
final class ErrorStream implements AutoCloseable {

    /** How long a text may pause before it counts as complete. */
    private static final long PAUSE_MILLIS = 100;

    private static final int MOST_WAITING = 4096;

    private static final String END = "";

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger dropped = new AtomicInteger();
    private final Consumer<String> receiver;
    private final Thread thread;

    /** @param receiver takes each text, in their order */
    ErrorStream(Consumer<String> receiver) {
        this.receiver = receiver;
        this.thread = Thread.ofPlatform().daemon().name("standard-error").start(this::handOver);
    }

    /** What to print to. */
    PrintStream stream() {
        return new PrintStream(new Bits(), true, StandardCharsets.UTF_8);
    }

    /** Hands over what was printed so far, and ends. */
    @Override
    public void close() {
        try {
            printed.put(END);
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOver() {
        ErrorText text = new ErrorText();
        try {
            for (String next = printed.take(); !next.equals(END); next = afterPause(text)) {
                text.add(next).ifPresent(receiver);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        text.end().ifPresent(receiver);
    }

    private String afterPause(ErrorText text) throws InterruptedException {
        String next = printed.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
            return next;
        }
        text.end().ifPresent(receiver);
        int lost = dropped.getAndSet(0);
        if (lost > 0) {
            receiver.accept(lost + " more lines were printed to the standard error stream and dropped.");
        }
        return printed.take();
    }

    /** A print stream flushes after each thing that it prints as a line. */
    private final class Bits extends ByteArrayOutputStream {

        @Override
        public synchronized void flush() {
            if (count == 0) {
                return;
            }
            if (!printed.offer(toString(StandardCharsets.UTF_8))) {
                dropped.incrementAndGet();
            }
            reset();
        }
    }
}
