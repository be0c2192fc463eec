package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings the tables up to date, where the services are told not to do it themselves. */
final class DatabaseMigrate implements Command {

    private static final String GRANT_TO = "--grant-to";

    private final Terminal terminal;
    private final Supplier<Settings> settings;

    DatabaseMigrate(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "database migrate";
    }

    @Override
    public String parameters() {
        return "[" + GRANT_TO + " <the role that the service connects as>]";
    }

    @Override
    public String summary() {
        return "Brings the tables up to date: before an upgrade, where licensing.database.migrate-at-start is false.";
    }

    @Override
    public int run(List<String> arguments) throws WrongUsage, SQLException {
        Optional<String> role = grantedTo(arguments);
        try (OperatorDatabase database = settings.get().database(terminal)) {
            terminal.say("Migrations run: " + database.migrate() + ".");
            if (role.isPresent()) {
                database.grantTo(role.get());
                terminal.say("The role '" + role.get() + "' has the rights that the service needs.");
            }
        }
        return ExitCode.GOOD;
    }

    private static Optional<String> grantedTo(List<String> arguments) throws WrongUsage {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals(GRANT_TO)) {
            throw new WrongUsage();
        }
        return Optional.of(arguments.getLast());
    }
}
