package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Brings the tables up to date, where the services are told not to do it themselves. */
final class DatabaseMigrate implements Command {

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
        return "";
    }

    @Override
    public String summary() {
        return "Brings the tables up to date: before an upgrade, where licensing.database.migrate-at-start is false.";
    }

    @Override
    public int run(List<String> arguments) throws WrongUsage, SQLException {
        if (!arguments.isEmpty()) {
            throw new WrongUsage();
        }
        try (OperatorDatabase database = settings.get().database()) {
            terminal.say("Migrations run: " + database.migrate() + ".");
        }
        return ExitCode.GOOD;
    }
}
