package com.optymyse.inspire.licensing.entitlement;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events that clients have not taken in yet, and the memory that these need. An event is in direct memory once for all
 * connections, because each connection copies what is not there. A connection that encrypts makes a copy in any case, and each
 * of these copies counts. When too much is pending, the slowest are cut off: those who have not taken in the oldest events. The
 * age of an event counts from when it was last sent to anybody. Whoever needs a copy that does not fit waits for it: one change
 * is a copy for each of many, and would cut off those who are about to read theirs.
 */
final class PendingEvents {

    /** A client that reads events, or does not. */
    @FunctionalInterface
    interface Reader {

        /**
         * Closes the connection, whatever is still to be sent, unless this event has been taken in since.
         *
         * @param late what was not taken in
         */
        void cutOff(Held late);
    }

    /** An event in memory, and the clients that have not read it. */
    static final class Held {

        private final Object key;
        private final Buffer buffer;
        private final @Nullable ByteBuf direct;
        private final Set<Reader> readers = new HashSet<>();
        private long lastSent;

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

        private int size() {
            return buffer.length();
        }

        private void free() {
            if (direct != null) {
                direct.release();
            }
        }
    }

    /**
     * The number of sweeps after which an event may be dropped to make room for a copy. It has had the whole time between
     * two of them at least.
     */
    private static final int SLOW = 2;

    private final long most;
    /** The events that are kept, in the order in which they were last sent to a client. */
    private final SequencedMap<Object, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    /** The events whose clients are being cut off. */
    private final Set<Held> leaving = new HashSet<>();
    /** The clients whose copy has not fitted since the last sweep, with its size in bytes. */
    private final Map<Reader, Integer> waiting = new HashMap<>();
    /** The size of these copies together, in bytes. */
    private long wanted;

    private long bytes;
    private long staying;
    private long sweeps;
    private long cutOff;

    /** @param most how many bytes may be pending */
    PendingEvents(long most) {
        this.most = most;
    }

    /** Keeps an event for somebody until it is given back. Where too much is pending then, the slowest are cut off. */
    Held take(StreamEvent event, Reader reader) {
        Held taken;
        List<Runnable> cuts;
        synchronized (this) {
            Held present = held.get(event);
            taken = keep(present == null ? add(Held.shared(event)) : present, reader);
            cuts = staying > most ? cutSurplusOff() : List.of();
        }
        cuts.forEach(Runnable::run);
        return taken;
    }

    /**
     * Keeps an event until it is given back, for somebody whose connection makes a copy of it.
     *
     * @return empty where the copy does not fit. Those are cut off then in whose place it will, as far as they had a
     *     second to take in what they have: so it is worth trying again.
     */
    Optional<Held> takeCopy(StreamEvent event, Reader reader) {
        List<Runnable> cuts;
        synchronized (this) {
            int size = event.frame().length();
            if (bytes == 0 || bytes + size <= most) {
                stopWaiting(reader);
                return Optional.of(keep(add(Held.copied(event)), reader));
            }
            stopWaiting(reader);
            waiting.put(reader, size);
            wanted += size;
            cuts = cutSlowOff();
        }
        cuts.forEach(Runnable::run);
        return Optional.empty();
    }

    private void stopWaiting(Reader reader) {
        wanted -= Objects.requireNonNullElse(waiting.remove(reader), 0);
    }

    private Held add(Held added) {
        held.put(added.key, added);
        bytes += added.size();
        staying += added.size();
        return added;
    }

    private Held keep(Held taken, Reader reader) {
        taken.readers.add(reader);
        taken.lastSent = sweeps;
        return taken;
    }

    /** Notes that a client has read an event, or is gone. One that is sent to many is kept until {@link #sweep}. */
    synchronized void giveBack(Held taken, Reader reader) {
        taken.readers.remove(reader);
        if (!taken.isDirect()) {
            remove(taken);
        }
    }

    /** Frees what nobody waits for. To be called once a second. */
    synchronized void sweep() {
        sweeps++;
        waiting.clear();
        wanted = 0;
        free();
    }

    private void free() {
        Stream.concat(held.values().stream(), leaving.stream())
                .filter(event -> event.readers.isEmpty())
                .toList()
                .forEach(this::remove);
    }

    private void remove(Held event) {
        if (held.remove(event.key, event)) {
            staying -= event.size();
        } else if (!leaving.remove(event)) {
            return;
        }
        bytes -= event.size();
        event.free();
    }

    /** Cuts clients off until the limit is kept. The newest event stays, however large it is. */
    private List<Runnable> cutSurplusOff() {
        free();
        List<Runnable> cuts = new ArrayList<>();
        while (staying > most && held.size() > 1) {
            cuts.addAll(cutOff(oldest()));
        }
        return cuts;
    }

    /** Cuts off slow clients until there is room for the copies that wait, and no more than that. */
    private List<Runnable> cutSlowOff() {
        List<Runnable> cuts = new ArrayList<>();
        while (most - staying < wanted && !held.isEmpty() && sweeps - oldest().lastSent >= SLOW) {
            cuts.addAll(cutOff(oldest()));
        }
        return cuts;
    }

    private Held oldest() {
        return held.firstEntry().getValue();
    }

    private List<Runnable> cutOff(Held late) {
        held.remove(late.key);
        staying -= late.size();
        leaving.add(late);
        return late.readers.stream()
                .<Runnable>map(reader -> () -> reader.cutOff(late))
                .toList();
    }

    /** How many bytes are pending. */
    synchronized long bytes() {
        return bytes;
    }

    /** Counts somebody who was cut off. */
    synchronized void count() {
        cutOff++;
    }

    /** How many were cut off so far because too much was pending. */
    synchronized long cutOff() {
        return cutOff;
    }
}
