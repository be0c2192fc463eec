package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Counts the operations of this replica that change something, those of admins and those of the service itself. A stop
 * waits for them: while it waits, the service still listens and answers requests, but begins no new operation.
 */
@ApplicationScoped
public class Operations {

    /** Longer than any operation, and well below the stop timeout that container engines are given. */
    public static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    private int running;
    private boolean stopping;

    /** Runs an operation that a stop waits for, or refuses it with {@link RefusalCode#STOPPING} once a stop has begun. */
    public <T> Uni<T> run(Supplier<Uni<T>> operation) {
        return Uni.createFrom().deferred(() -> {
            begin();
            return Uni.createFrom().deferred(operation::get).onTermination().invoke(this::end);
        });
    }

    /** Whether a stop has begun. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Quarkus still listens at this point, and closes its sockets when this returns. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        try {
            int left = stop(SHUTDOWN_TIMEOUT);
            if (left > 0) {
                Log.warnf("The service stops although %d operations have not ended within %s.", left, SHUTDOWN_TIMEOUT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins no operation any more, and waits for those that have begun. Returns how many have not ended by then. */
    synchronized int stop(Duration longest) throws InterruptedException {
        stopping = true;
        Deadline deadline = Deadline.after(longest);
        while (running > 0 && !deadline.isOver()) {
            // A wait of zero would be one without an end.
            wait(Math.max(1, deadline.remaining().toMillis()));
        }
        return running;
    }

    private synchronized void begin() {
        if (stopping) {
            throw new Refusal(
                    RefusalCode.STOPPING,
                    "The service is stopping and begins no new operation. Try again in a few seconds.");
        }
        running++;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }
}
