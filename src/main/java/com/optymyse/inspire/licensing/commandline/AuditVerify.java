package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.postgres.OperatorDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Says whether the audit trail is as the service wrote it, also while no service runs. */
final class AuditVerify implements Command {

    private final Terminal terminal;
    private final Supplier<Settings> settings;

    AuditVerify(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "audit verify";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public String summary() {
        return "Reads the whole audit trail and names the first entry that is missing or not as it was written.";
    }

    @Override
    public int run(List<String> arguments) throws WrongUsage, SQLException {
        if (!arguments.isEmpty()) {
            throw new WrongUsage();
        }
        Settings given = settings.get();
        try (OperatorDatabase database = given.database(terminal)) {
            AuditReport report = database.verifyTrail(given.secretKeys());
            terminal.say("Entries: " + report.entries() + ", the newest is number " + report.last() + ".");
            AuditReport.Fault fault = report.fault();
            terminal.say(fault == null ? "All are as they were written." : "Not sound: " + fault.problem());
            return fault == null ? ExitCode.GOOD : ExitCode.AUDIT_CHANGED;
        }
    }
}
