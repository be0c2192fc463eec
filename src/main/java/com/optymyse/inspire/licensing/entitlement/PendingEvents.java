package com.optymyse.inspire.licensing.entitlement;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events that listeners have not taken in yet, and the memory that these need. An event is in direct memory once for all
 * connections, because each connection copies what is not there. A connection that encrypts makes a copy in any case, and each
 * of these copies counts. When too much is pending, the slowest are cut off: those who have not taken in the oldest events. The
 * age of an event counts from when it was last sent to anybody.
 */
final class PendingEvents {

    /** Somebody who takes in events, or does not. */
    @FunctionalInterface
    interface Reader {

        /** Closes the connection, whatever is still to be sent. */
        void cutOff();
    }

    /** An event in memory, and who has not taken it in. */
    static final class Held {

        private final Object key;
        private final Buffer buffer;
        private final @Nullable ByteBuf direct;
        private final Set<Reader> readers = new HashSet<>();
        private final Set<Reader> cutOff = new HashSet<>();

        private Held(Object key, Buffer buffer, @Nullable ByteBuf direct) {
            this.key = key;
            this.buffer = buffer;
            this.direct = direct;
        }

        private static Held shared(StreamEvent event) {
            ByteBuf direct = Unpooled.directBuffer(event.frame().length());
            direct.writeBytes(event.frame().getBytes());
            return new Held(event, BufferImpl.buffer(direct), direct);
        }

        private static Held copied(StreamEvent event) {
            return new Held(new Object(), event.frame(), null);
        }

        /** What to write. Vert.x takes a slice of it for each connection, and never frees it. */
        Buffer buffer() {
            return buffer;
        }

        boolean isDirect() {
            return direct != null;
        }

        private void free() {
            if (direct != null) {
                direct.release();
            }
        }
    }

    private final long most;
    /** In the order in which they were last sent to somebody. */
    private final Map<Object, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private long cutOff;

    /** @param most how many bytes may be pending */
    PendingEvents(long most) {
        this.most = most;
    }

    /**
     * Keeps an event for somebody until it is given back.
     *
     * @param copied whether the connection makes a copy of its own
     */
    Held take(StreamEvent event, Reader reader, boolean copied) {
        Held taken;
        List<Reader> slowest;
        synchronized (this) {
            Held present = copied ? null : held.get(event);
            taken = present == null ? add(copied ? Held.copied(event) : Held.shared(event)) : present;
            taken.readers.add(reader);
            slowest = bytes > most ? slowest() : List.of();
        }
        slowest.forEach(Reader::cutOff);
        return taken;
    }

    private Held add(Held added) {
        held.put(added.key, added);
        bytes += added.buffer.length();
        return added;
    }

    /** Somebody has taken an event in, or is gone. One that is sent to many is kept until {@link #sweep}. */
    synchronized void giveBack(Held taken, Reader reader) {
        taken.readers.remove(reader);
        taken.cutOff.remove(reader);
        if (!taken.isDirect()) {
            remove(taken);
        }
    }

    /** Frees what nobody waits for. */
    synchronized void sweep() {
        List.copyOf(held.values()).stream()
                .filter(event -> event.readers.isEmpty())
                .forEach(this::remove);
    }

    private void remove(Held event) {
        if (held.remove(event.key) != null) {
            bytes -= event.buffer.length();
            event.free();
        }
    }

    private List<Reader> slowest() {
        sweep();
        List<Held> all = new ArrayList<>(held.values());
        int surplus = surplus(all.stream().map(event -> event.buffer.length()).toList(), most);
        List<Reader> slowest = all.subList(0, surplus).stream()
                .flatMap(event -> event.readers.stream().filter(event.cutOff::add))
                .toList();
        cutOff += slowest.size();
        return slowest;
    }

    /**
     * How many events have to go so that the rest fits. The last one never has to.
     *
     * @param sizes of the events, in bytes, those first that were sent to nobody for the longest time
     * @param most how many bytes may stay
     */
    static int surplus(List<Integer> sizes, long most) {
        long left = sizes.stream().mapToLong(Integer::longValue).sum();
        int surplus = 0;
        for (Iterator<Integer> size = sizes.iterator(); left > most && surplus < sizes.size() - 1; surplus++) {
            left -= size.next();
        }
        return surplus;
    }

    /** How many bytes are pending. */
    synchronized long bytes() {
        return bytes;
    }

    /** How many were cut off so far because too much was pending. */
    synchronized long cutOff() {
        return cutOff;
    }
}
