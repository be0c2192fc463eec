package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.ProblemCode;
import java.util.List;

/** The table of what {@code GET /license} names among its problems although nothing was refused: one row for each code. */
final class LicensingProblemTypes {

    private static final List<ProblemType> ROWS = List.of(
            new ProblemType(
                    ProblemCode.LIMIT_MISSING,
                    "License without a limit",
                    "The license's metadata has no value for one of the limits, so that limit is 0.",
                    "Send the text of this problem to {support}. After the vendor has added the limit, re-validate the"
                            + " license. For an offline license, activate a new license file."),
            new ProblemType(
                    ProblemCode.LIMIT_INVALID,
                    "Limit not usable",
                    "A limit in the license's metadata is not an integer from -1 (unlimited) to 2147483647, so the"
                            + " limit is 0.",
                    "Send the text of this problem to {support}. After the vendor has corrected the limit, re-validate"
                            + " the license. For an offline license, activate a new license file."),
            new ProblemType(
                    ProblemCode.GRACE_PERIOD_INVALID,
                    "Grace period not usable",
                    "The grace period in the license's metadata is not a whole number of days in the accepted range, so the"
                            + " license has none.",
                    "Send the text of this problem to {support}. After the vendor has corrected the grace period,"
                            + " re-validate the license. For an offline license, activate a new license file."),
            new ProblemType(
                    ProblemCode.ENTITLEMENT_CODE_SIMILAR,
                    "Entitlement code similar to one of Inspire's",
                    "The license includes an entitlement code that differs from one of Inspire's codes only in case,"
                            + " signs or blanks. Inspire compares codes exactly, so the license does not grant that"
                            + " feature.",
                    "Send the text of this problem to {support}. After the vendor has corrected the code, re-validate"
                            + " the license. For an offline license, activate a new license file."),
            new ProblemType(
                    ProblemCode.ENTITLEMENT_CODE_AMBIGUOUS,
                    "Entitlement code that is also a path or a flag",
                    "The license includes an entitlement code that is also a path or an OpenFeature flag of this"
                            + " service. A program that reads this path or flag gets something other than the"
                            + " entitlement.",
                    "The license still grants the entitlement. Programs read it at the address that this problem"
                            + " names, or in the list of all entitlements. To remove the problem, ask {support} for"
                            + " another code."),
            new ProblemType(
                    ProblemCode.REFUSED_BY_SERVER,
                    "License refused by the licensing server",
                    "The licensing server refuses to let this installation use the license. The server's error code"
                            + " names the reason.",
                    "Send the code to {support}. After the vendor has corrected the license, re-validate it."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_NOT_RENEWED,
                    "Certificate not renewed",
                    "The license is good, but the licensing server refuses to renew its certificate. Usually the"
                            + " license has exceeded a limit.",
                    "Everything keeps working until the certificate expires. Send the code to {support} before that."
                            + " After the vendor has solved the problem, re-validate the license."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_UNVERIFIABLE,
                    "Stored certificate not verifiable",
                    "The certificate that proves the license no longer passes verification. The vendor's key, the"
                            + " product or this installation's fingerprint has changed since it was activated.",
                    "If the configuration was changed by mistake, restore it. Otherwise activate the license again."
                            + " For an offline license, ask {support} for a new license file first."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_OLDER,
                    "Stored certificate outdated",
                    "The certificate in the database is older than one that this installation has already held. An earlier"
                            + " state of the database was probably restored in part.",
                    "Re-validate the license or activate it again. For an offline license, activate the newest license"
                            + " file."),
            new ProblemType(
                    ProblemCode.STORED_LICENSE_EDITED,
                    "Stored license changed",
                    "Something other than this service has changed the license's row in the database.",
                    "Activate the license again. Find out who changed the database: only this service may write to its"
                            + " tables."),
            new ProblemType(
                    ProblemCode.KNOWN_TIME_EDITED,
                    "Stored time changed",
                    "Something other than this service has changed the stored time in the database. The service can't"
                            + " tell which license files have expired. It stores no time until the problem is"
                            + " solved.",
                    "Activate a license online once. Without access to the licensing server, begin with an empty database and"
                            + " ask {support} for a license file for its new fingerprint."),
            new ProblemType(
                    ProblemCode.HOST_CLOCK_BEHIND,
                    "Clock behind",
                    "This server's clock is behind the latest time that this service has recorded. The service uses"
                            + " the recorded time.",
                    "Set the clock to the right time and synchronize it (NTP). If the clock was ahead earlier and is"
                            + " correct now, re-validate the license online. If the licensing server can't be"
                            + " reached, send the clock challenge or the fingerprint that this problem names to"
                            + " {support}, and activate the license file that you get. If this problem names none of"
                            + " them, wait until the clock reaches the recorded time."),
            new ProblemType(
                    ProblemCode.HOST_CLOCK_DIFFERS,
                    "Clock differs from the licensing server's",
                    "This server's clock and the licensing server's differ by more than five minutes.",
                    "Set the clock of this server to the right time and synchronize it (NTP), then re-validate the license."),
            new ProblemType(
                    ProblemCode.DATABASE_CLOCK_DIFFERS,
                    "Clock differs from PostgreSQL's",
                    "This server's clock and PostgreSQL's differ by more than five minutes. The service does not trust"
                            + " this server's clock.",
                    "Set the clock that is wrong to the right time and synchronize both (NTP). The problem ends within"
                            + " a minute."),
            new ProblemType(
                    ProblemCode.FINGERPRINT_DIFFERS,
                    "Another fingerprint is configured",
                    "The fingerprint in licensing.installation.fingerprint is not the one that the vendor knows for"
                            + " this installation.",
                    "If the configured fingerprint is right, activate the license again with it. Otherwise correct the"
                            + " setting or leave it out."),
            new ProblemType(
                    ProblemCode.STATE_NOT_CURRENT,
                    "State may be out of date",
                    "This replica could not read the state from a writable PostgreSQL server for more than 30 seconds."
                            + " It continues with the state that it read last.",
                    "Nothing is lost, and the replica reads the state again by itself. Restore PostgreSQL. If only"
                            + " this replica has the problem, check its network connection to PostgreSQL."),
            new ProblemType(
                    ProblemCode.TIME_NOT_STORED,
                    "Time not stored",
                    "PostgreSQL can be read, but no replica could store the current time for more than a minute. If"
                            + " all replicas are killed now, the service forgets the time since the last store.",
                    "Look for the cause in the log of the service and in PostgreSQL: the role lacks UPDATE on the"
                            + " table installation, a session holds a lock on its row (pg_locks, pg_blocking_pids),"
                            + " or the disk is full. After that the service stores the time within seconds."),
            new ProblemType(
                    ProblemCode.AUDIT_TRAIL_UNSOUND,
                    "Audit trail failed verification",
                    "Something other than this service has changed, removed or added entries of the audit trail. Or"
                            + " this service does not have the key that protects them.",
                    "If a key was taken out of licensing.secret.keys too early, add it again. Otherwise keep a copy of"
                            + " the database and find out who changed it. The text of this problem names the first"
                            + " changed entry."),
            new ProblemType(
                    ProblemCode.SEAT_SHARED,
                    "Seat shared with another system",
                    "Another system has used this installation's seat on at least three of the last 60 days. Nothing"
                            + " is restricted. The other system may be a clone or a running restored copy of this"
                            + " installation, an installation with the same licensing.installation.fingerprint, or a"
                            + " tool of the vendor.",
                    "Find the other installation. If nobody needs it, stop it. To keep it, stop it, run the command"
                            + " installation detach on its database, and activate a license there. If you find no"
                            + " other installation, ask {support} who uses the seat. The problem ends when no other"
                            + " use was seen on three days within 60."),
            new ProblemType(
                    ProblemCode.STATE_ROLLED_BACK,
                    "Older state found in the database",
                    "While the service was running, the database had an older state than before: a lower version, an"
                            + " earlier entry of the audit trail, or an earlier signed time. Somebody has restored"
                            + " an older database, or a failover has lost the last commits.",
                    "Ask the administrator of PostgreSQL which of the two happened, and compare the audit trail with"
                            + " the log of the service. Re-validate the license if it is an online license. Then"
                            + " confirm the older state on the Licensing page; the history records your name."));

    private LicensingProblemTypes() {}

    /** All of them, in the order of the index page. */
    static List<ProblemType> all() {
        return ROWS;
    }
}
