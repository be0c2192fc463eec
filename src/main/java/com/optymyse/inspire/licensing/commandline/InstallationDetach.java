package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Makes an installation of its own out of a copied database, which would share the seat of the one it was copied from. */
final class InstallationDetach implements Command {

    private final Terminal terminal;
    private final Supplier<Settings> settings;

    InstallationDetach(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "installation detach";
    }

    @Override
    public String parameters() {
        return "<the fingerprint that the copy has now>";
    }

    @Override
    public String summary() {
        return "Gives a copied database a new identity and no license. Sends nothing; the original keeps its seat.";
    }

    @Override
    public int run(List<String> arguments) throws WrongUsage, SQLException {
        if (arguments.size() != 1) {
            throw new WrongUsage();
        }
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            String fingerprint = database.detach(arguments.getFirst(), given.fingerprint(), given.secretKeys());
            terminal.say("This database is an installation of its own now, unlicensed, with the fingerprint "
                    + fingerprint + ".");
        }
        return ExitCode.GOOD;
    }
}
