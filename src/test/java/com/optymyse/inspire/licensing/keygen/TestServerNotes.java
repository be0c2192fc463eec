package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers in memory; its clock stands still. */
final class TestServerNotes implements ServerNotes {

    private final Instant now;
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    TestServerNotes(Instant now) {
        this.now = now;
    }

    @Override
    public Uni<Void> pause(Duration length) {
        return Uni.createFrom().voidItem().invoke(() -> pauses.add(length));
    }

    @Override
    public Uni<Instant> storeTime() {
        return Uni.createFrom().item(now);
    }

    /** The pauses that were asked for, oldest first. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
