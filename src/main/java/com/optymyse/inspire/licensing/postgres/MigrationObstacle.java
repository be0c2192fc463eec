package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody has to change before the tables can be brought up to date. Everything else is waited for: a
 * PostgreSQL that is away, that is read-only for now, that has no such database or password yet.
 */
final class MigrationObstacle {

    /** The tables of a development version, or of another service. */
    static final String OTHER_HISTORY = "The tables were made by a version from before the first release, or by another"
            + " service, and can't be brought up to date. Use an empty database, and activate the license there.";

    private static final String NO_RIGHT =
            "The role of the service has no right to change the tables. Run \"database migrate\" with --grant-to and"
                    + " the role's name, as the owner of the schema, or let the service connect as the owner.";

    private static final String NOT_CONNECTED =
            "The role of the service has no right to connect to the database, or to set the options in the database's"
                    + " address. Grant it CONNECT on the database, and check the address' options.";

    static final String NO_SCHEMA =
            "The configured schema does not exist, or the role of the service has no right to use it. Create it and"
                    + " run \"database migrate\" with --grant-to, or name another one in the database's address.";

    static final String NO_TABLES =
            "The tables are not made yet, or not in this schema. Run \"database migrate\" with --grant-to and the"
                    + " role's name, as the owner of the schema, or set licensing.database.migrate-at-start to true. If"
                    + " they are made, check the schema in the database's address.";

    static final String OLDER_TABLES =
            "The tables are those of an older version. Run \"database migrate\" of this version with --grant-to and the"
                    + " role's name, as the owner of the schema, or set licensing.database.migrate-at-start to true.";

    private static final String NOT_GRANTED =
            "The role that the service connects as lacks rights in the tables. Run \"database migrate\" with --grant-to"
                    + " and the role's name, as the owner of the schema.";

    /** Error codes of PostgreSQL. */
    static final String NOT_ALLOWED = "42501";

    static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_SCHEMA = "3F000";

    private static final String OTHER_TABLES =
            "The schema holds something else under a name that this service needs. Give"
                    + " the service a schema or a database of its own.";

    private static final String REFUSED =
            "PostgreSQL refuses to change the tables, and will do so again. Check that its"
                    + " version is supported, and send this line to the support.";

    private MigrationObstacle() {}

    /** What has to be changed, in full sentences; empty where it is enough to wait. */
    static Optional<String> of(Throwable failure) {
        return DatabaseFailure.causes(failure)
                .map(MigrationObstacle::ofOne)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The same by PostgreSQL's error code.
     *
     * @param sqlState five characters, see "PostgreSQL Error Codes" in its documentation
     */
    static Optional<String> ofState(@Nullable String sqlState) {
        return switch (sqlState) {
            case null -> Optional.empty();
            case NOT_ALLOWED -> Optional.of(NO_RIGHT);
            case NO_SUCH_SCHEMA -> Optional.of(NO_SCHEMA);
            case "42P06", "42P07", "42710", "42723" -> Optional.of(OTHER_TABLES);
            // Syntax error or access rule violation; feature not supported.
            case String state when state.startsWith("42") || state.startsWith("0A") -> Optional.of(REFUSED);
            default -> Optional.empty();
        };
    }

    /** What has to be changed before the tables can be used, after a statement has failed; empty where it is enough to wait. */
    static Optional<String> ofUse(Throwable failure) {
        if (DatabaseFailure.hasState(failure, NOT_ALLOWED)) {
            return Optional.of(NOT_GRANTED + " PostgreSQL said: " + DatabaseFailure.describe(failure));
        }
        return DatabaseFailure.hasState(failure, NO_SUCH_TABLE) ? Optional.of(NO_TABLES) : Optional.empty();
    }

    /** What has to be changed before there can be a connection, after one was refused; empty where it is enough to wait. */
    static Optional<String> ofConnecting(Throwable failure) {
        return DatabaseFailure.hasState(failure, NOT_ALLOWED)
                ? Optional.of(NOT_CONNECTED + " PostgreSQL said: " + DatabaseFailure.describe(failure))
                : Optional.empty();
    }

    private static Optional<String> ofOne(Throwable failure) {
        return switch (failure) {
            case SQLException refused -> ofState(refused.getSQLState()).map(sentences -> sentences + said(refused));
            case FlywayValidateException other -> Optional.of(OTHER_HISTORY);
            case FlywayException unknown
            when unknown.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE ->
                Optional.of(OTHER_TABLES);
            default -> Optional.empty();
        };
    }

    /** Without the lines that say where in a statement. */
    private static String said(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return " PostgreSQL said: "
                + ControlCharacters.escaped(message.lines().findFirst().orElse(""));
    }
}
