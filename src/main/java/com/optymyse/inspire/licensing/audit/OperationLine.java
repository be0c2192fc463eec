package com.optymyse.inspire.licensing.audit;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.EnumWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The log line about one operation or one change of the standing. It is a sentence for people, with the same facts in
 * fields for programs: in {@code mdc} where the console writes JSON.
 *
 * @param entry what the audit trail has of it, or would have
 * @param revision of the installation after it; null where that is not known
 * @param machine the id at the licensing server of the machine that it was about; null where it was about none
 * @param others who else has asked for it at the same time, and got the same answer
 */
public record OperationLine(
        AuditEntry entry, @Nullable Long revision, @Nullable String machine, List<Caller> others) {

    private static final String NAME = OperationLine.class.getName();
    private static final Logger LOGGER = Logger.getLogger(NAME);
    private static final String THE_SERVICE = "the service itself";

    public OperationLine {
        others = List.copyOf(others);
    }

    /** The line about what one caller alone has asked for. */
    public OperationLine(AuditEntry entry, @Nullable Long revision, @Nullable String machine) {
        this(entry, revision, machine, List.of());
    }

    /** Writes the line. The fields belong to it alone, whatever else is logged at the same time. */
    public void write() {
        LOGGER.log(event());
    }

    ExtLogRecord event() {
        ExtLogRecord event = new ExtLogRecord(Level.INFO, sentence(), ExtLogRecord.FormatStyle.NO_FORMAT, NAME);
        event.setLoggerName(NAME);
        fields().forEach(event::putMdc);
        return event;
    }

    /** What was done, for whom, and what came of it. */
    public String sentence() {
        String told = isFoundByItself()
                ? entry.detail()
                : subject() + " by "
                        + Objects.requireNonNullElse(entry.by().name(), THE_SERVICE) + " " + outcome() + ": "
                        + entry.detail();
        // Names come from outside, and must not be able to begin a line of their own or to turn the order of letters.
        return ControlCharacters.escaped(
                others.isEmpty() ? told : told + " The result also answered " + told(others) + ".");
    }

    /** The fields by their names, without those that say nothing. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "action", EnumWord.of(entry.action()));
        put(fields, "outcome", EnumWord.of(entry.outcome()));
        put(fields, "code", entry.code());
        put(fields, "actor", entry.by().name());
        put(fields, "licenseKey", entry.licenseKey());
        put(
                fields,
                "standing",
                entry.standing() == null ? null : entry.standing().word());
        put(fields, "revision", revision == null ? null : revision.toString());
        put(fields, "machine", machine);
        put(fields, "others", others.isEmpty() ? null : told(others));
        put(fields, "requestId", entry.by().request());
        put(fields, "traceId", entry.by().trace());
        return fields;
    }

    /** Whether the service has found this out by itself. */
    private boolean isFoundByItself() {
        return switch (entry.action()) {
            case STANDING, SEAT_SHARED, STATE_ROLLED_BACK -> true;
            case ACTIVATE, REPLACE, REVALIDATE, DEACTIVATE, RELEASE, DISMISS_RELEASE, DETACH, CONFIRM_ROLLBACK -> false;
        };
    }

    private String subject() {
        return switch (entry.action()) {
            case ACTIVATE -> "Activation";
            case REPLACE -> "Replacement of the license";
            case REVALIDATE -> "Re-validation";
            case DEACTIVATE -> "Deactivation";
            case STANDING -> "Change of the standing";
            case RELEASE -> "Release of a seat";
            case DISMISS_RELEASE -> "Dismissal of a release";
            case DETACH -> "Detachment of a copy";
            case SEAT_SHARED -> "Look at the seat";
            case STATE_ROLLED_BACK -> "Look at the state";
            case CONFIRM_ROLLBACK -> "Confirmation of an older state";
        };
    }

    private String outcome() {
        String code = entry.code() == null ? "" : " (" + entry.code() + ")";
        return switch (entry.outcome()) {
            case SUCCEEDED -> "succeeded";
            case REFUSED -> "was refused" + code;
            case FAILED -> "failed" + code;
        };
    }

    private static String told(List<Caller> callers) {
        return callers.stream().map(OperationLine::told).collect(Collectors.joining(", "));
    }

    private static String told(Caller caller) {
        String name = Objects.requireNonNullElse(caller.name(), THE_SERVICE);
        return caller.request() == null ? name : name + " (request " + caller.request() + ")";
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, ControlCharacters.escaped(value));
        }
    }
}
