package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.commandline.Command.WrongUsage;
import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import com.optymyse.inspire.licensing.postgres.Reencrypted;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** The commands that work on the service's database. Each reads its arguments before it connects. */
record DatabaseCommands(Terminal terminal, Supplier<Settings> settings) {

    /** Says whether the audit trail is as the service wrote it, also while no service runs. */
    int verifyAudit(List<String> arguments) throws WrongUsage, SQLException {
        Command.require(arguments.isEmpty());
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            AuditReport report = database.verifyTrail(given.secretKeys());
            terminal.say("Entries: " + report.entries() + ", the newest is number " + report.last() + ".");
            AuditReport.Fault fault = report.fault();
            terminal.say(fault == null ? "None was changed, added or removed." : "Not sound: " + fault.problem());
            return fault == null ? ExitCode.GOOD : ExitCode.AUDIT_CHANGED;
        }
    }

    /** Brings the tables up to date, where the services are told not to do it themselves. */
    int migrate(List<String> arguments) throws WrongUsage, SQLException {
        boolean grants = !arguments.isEmpty();
        Command.require(
                !grants || (arguments.size() == 2 && arguments.getFirst().equals("--grant-to")));
        try (OperatorDatabase database = settings.get().database(terminal)) {
            terminal.say("Migrations run: " + database.migrate() + ".");
            if (grants) {
                String role = arguments.getLast();
                database.grantTo(role);
                terminal.say("The role '" + role + "' has the rights that the service needs.");
            }
        }
        return ExitCode.GOOD;
    }

    /** Encrypts everything stored under the first key of the ring, so that the others can be dropped. */
    int reencrypt(List<String> arguments) throws WrongUsage, SQLException {
        Command.require(arguments.isEmpty());
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            Reencrypted done = database.reencrypt(given.secretKeys());
            terminal.say("Encrypted with the key '" + done.keyId() + "': " + done.rows() + ".");
            done.unreadable().forEach(row -> terminal.say("Could not decrypt, so left unchanged: " + row + "."));
            return done.unreadable().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED;
        }
    }

    /** Makes an installation of its own out of a copied database, which would share the seat of the one it was copied from. */
    int detach(List<String> arguments) throws WrongUsage, SQLException {
        Command.require(arguments.size() == 1);
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            String fingerprint = database.detach(arguments.getFirst(), given.fingerprint(), given.secretKeys());
            terminal.say("This database is an installation of its own now, unlicensed, with the fingerprint "
                    + fingerprint + ".");
        }
        return ExitCode.GOOD;
    }
}
