package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether PostgreSQL, or the network, is at fault and not this service. A statement that PostgreSQL understood and
 * refused is this service's own fault.
 */
final class DatabaseFailure {

    /** The code of a server that can only be read (PostgreSQL's manual, appendix A). */
    private static final String READ_ONLY = "25006";

    /**
     * No connection or no right to one (08, 28, 3D), a session or statement that was ended (25P03, 25P04, 57), a lock that was
     * not got (40001, 40P01, 55P03), no space, memory or connection left (53), a fault of the server (58, XX), tables or
     * functions that are not made yet, were lost or are not granted (3F000, 42501, 42883, 42P01).
     */
    private static final Pattern AT_FAULT = Pattern.compile(
            READ_ONLY + "|(08|28|3D|53|57|58|XX).{3}|25P03|25P04|3F000|40001|40P01|42501|42883|42P01|55P03");

    private DatabaseFailure() {}

    static boolean isOne(Throwable failure) {
        return isOfTheWay(failure)
                || state(failure)
                        .map(state -> AT_FAULT.matcher(state).matches())
                        .orElseGet(() -> isOfTheClient(failure));
    }

    /** Whatever keeps a connection from being made is one of these, see {@link Connector}. */
    private static boolean isOfTheWay(Throwable failure) {
        return causes(failure).anyMatch(IOException.class::isInstance);
    }

    private static boolean isOfTheClient(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof VertxException
                        // This and no other type is what the pool has for "no connection became free in time".
                        || cause instanceof NoStackTraceThrowable
                        || cause instanceof TimeoutException
                        || cause instanceof java.util.concurrent.TimeoutException);
    }

    /** Whether PostgreSQL has refused a statement with this error code. */
    static boolean hasState(Throwable failure, String sqlState) {
        return state(failure).filter(sqlState::equals).isPresent();
    }

    /** Whether it was refused because the server can only be read. */
    static boolean isReadOnly(Throwable failure) {
        return hasState(failure, READ_ONLY) || causes(failure).anyMatch(OnlyReadableException.class::isInstance);
    }

    /** The innermost message, which is the database's or the network's, in one line that is safe to show. */
    static String describe(Throwable failure) {
        Throwable innermost = causes(failure).reduce(failure, (outer, inner) -> inner);
        if (innermost instanceof TimeoutException || innermost instanceof java.util.concurrent.TimeoutException) {
            return "no answer came in time.";
        }
        String type = innermost.getClass().getSimpleName();
        return innermost.getMessage() == null ? type + "." : type + ": " + inOneLine(innermost.getMessage());
    }

    private static String inOneLine(String message) {
        return message.lines()
                .map(String::strip)
                .map(ControlCharacters::escaped)
                .collect(Collectors.joining(" "));
    }

    /** What PostgreSQL answered, where it did. */
    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .map(DatabaseFailure::ownState)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String ownState(Throwable cause) {
        return switch (cause) {
            case DatabaseException refused -> refused.getSqlState();
            case SQLException refused -> refused.getSQLState();
            default -> null;
        };
    }

    /** A failure, what caused it, and so on. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
