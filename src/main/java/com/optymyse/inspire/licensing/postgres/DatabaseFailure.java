package com.optymyse.inspire.licensing.postgres;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.stream.Stream;
import org.hibernate.JDBCException;

/** What tells that PostgreSQL, or the way to it, is at fault and not this service. */
final class DatabaseFailure {

    private DatabaseFailure() {}

    static boolean isOne(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof JDBCException
                        || cause instanceof DatabaseException
                        || cause instanceof VertxException
                        // This and no other type is what the pool has for "no connection became free in time".
                        || cause instanceof NoStackTraceThrowable
                        || cause instanceof TimeoutException);
    }

    /** The innermost message, which is the database's or the network's. */
    static String describe(Throwable failure) {
        Throwable innermost = causes(failure).reduce(failure, (outer, inner) -> inner);
        if (innermost instanceof TimeoutException) {
            return "no answer came in time.";
        }
        String type = innermost.getClass().getSimpleName();
        return innermost.getMessage() == null ? type + "." : type + ": " + innermost.getMessage();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
