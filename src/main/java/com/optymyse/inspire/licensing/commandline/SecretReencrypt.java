package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import com.optymyse.inspire.licensing.postgres.Reencrypted;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Encrypts everything stored under the first key of the ring, so that the others can be dropped. */
final class SecretReencrypt implements Command {

    private final Terminal terminal;
    private final Supplier<Settings> settings;

    SecretReencrypt(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "secret re-encrypt";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public String summary() {
        return "Encrypts what is stored under the first of licensing.secret.keys; then the others may be dropped.";
    }

    @Override
    public int run(List<String> arguments) throws WrongUsage, SQLException {
        if (!arguments.isEmpty()) {
            throw new WrongUsage();
        }
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            Reencrypted done = database.reencrypt(given.secretKeys());
            terminal.say("Encrypted under the key '" + done.keyId() + "': " + done.rows() + ".");
            done.unreadable().forEach(row -> terminal.say("Does not open and was left as it is: " + row + "."));
            return done.unreadable().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED;
        }
    }
}
