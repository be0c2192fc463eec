package com.optymyse.inspire.licensing.logging;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what libraries print to the standard error stream into the log, one event for each stack trace. PostgreSQL's
 * driver prints some that nothing else can handle. The log itself goes to the standard output. The commands of operators
 * never start this, and print as they like.
 *
 * <p>It begins with the first observer of the start and ends with the last one of the stop. Before, Quarkus prints why a
 * service with wrong settings does not start, and there is no log yet that would show it. After, nobody is told when the
 * log's last line is written, so that what is printed then could be lost.
 */
@ApplicationScoped
class StandardError {

    private static final Logger LOG = Logger.getLogger("stderr");

    private @Nullable ErrorStream taken;

    /** In tests and in dev mode the stream belongs to others too. */
    void start(@Observes @Priority(1) StartupEvent started, LaunchMode mode) {
        if (mode == LaunchMode.NORMAL) {
            taken = new ErrorStream(LOG::error);
            System.setErr(taken.stream());
        }
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent stopping) {
        if (taken != null) {
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
            taken.close();
        }
    }
}
