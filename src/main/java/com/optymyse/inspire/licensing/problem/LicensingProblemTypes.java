package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.ProblemCode;
import java.util.List;

/** The table of what {@code GET /license} names among its problems although nothing was refused: one row for each code. */
final class LicensingProblemTypes {

    private static final List<ProblemType> ROWS = List.of(
            new ProblemType(
                    ProblemCode.LIMIT_MISSING,
                    "License without a limit",
                    "The license does not say how much of something it grants, so it grants none of it: the metadata has no"
                            + " such field.",
                    "Send the detail of this problem to {support}: the vendor has to add the limit to the license. Then"
                            + " re-validate the license; offline, activate a new license file."),
            new ProblemType(
                    ProblemCode.LIMIT_INVALID,
                    "Limit not usable",
                    "A limit in the license's metadata is not an integer from -1 (unlimited) to 2147483647, so it counts as"
                            + " 0.",
                    "Send the detail of this problem to {support}: the vendor has to correct the limit. Then re-validate"
                            + " the license; offline, activate a new license file."),
            new ProblemType(
                    ProblemCode.GRACE_PERIOD_INVALID,
                    "Grace period not usable",
                    "The grace period in the license's metadata is not a whole number of days in the accepted range, so the"
                            + " license has none.",
                    "Send the detail of this problem to {support}: the vendor has to correct the grace period. Then"
                            + " re-validate the license; offline, activate a new license file."),
            new ProblemType(
                    ProblemCode.ENTITLEMENT_CODE_SIMILAR,
                    "Entitlement code nearly one of Inspire's",
                    "The license includes an entitlement code that has the letters and digits of one that Inspire knows, and is"
                            + " written in another way. Codes count as they are written, so the license does not grant the"
                            + " feature that was probably meant.",
                    "Send the detail of this problem to {support}: the vendor has to correct the code. Then re-validate the"
                            + " license; offline, activate a new license file."),
            new ProblemType(
                    ProblemCode.ENTITLEMENT_CODE_AMBIGUOUS,
                    "Entitlement code that is also a path or a flag",
                    "The license includes an entitlement code that is also a path or an OpenFeature flag of this service. A"
                            + " program that asks for it there gets an answer about something else.",
                    "The entitlement is granted all the same. Programs ask for it at the address in the detail of this"
                            + " problem, or find it in the list of all entitlements. To be rid of the problem, ask {support} for another"
                            + " code."),
            new ProblemType(
                    ProblemCode.REFUSED_BY_SERVER,
                    "License refused by the licensing server",
                    "The licensing server knows the license and refuses its use here, for the reason that its code names.",
                    "Send the code to {support}. Once the vendor has put it right, re-validate the license."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_NOT_RENEWED,
                    "Certificate not renewed",
                    "The licensing server refuses to renew the certificate that proves the license here, and has nothing else"
                            + " against the license. Mostly a limit of the license is exceeded.",
                    "All that is licensed counts until the certificate ends. Send the code to {support} before that. Once the"
                            + " vendor has put it right, re-validate the license."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_UNVERIFIABLE,
                    "Stored certificate not verifiable",
                    "The certificate that proves the license does not pass the checks any more. The vendor's key, the product"
                            + " or this installation's fingerprint has changed since it was activated.",
                    "If the configuration was changed by mistake, restore it. Otherwise activate the license again; offline,"
                            + " ask {support} for a new license file first."),
            new ProblemType(
                    ProblemCode.CERTIFICATE_OLDER,
                    "Stored certificate outdated",
                    "The certificate in the database is older than one that this installation has already held. An earlier"
                            + " state of the database was probably restored in part.",
                    "Re-validate the license, or activate it again; offline, use the newest license file."),
            new ProblemType(
                    ProblemCode.STORED_LICENSE_EDITED,
                    "Stored license changed",
                    "The row of the license in the database is not as this service has written it.",
                    "Activate the license again. Find out who has changed the database: only this service may write to its"
                            + " tables."),
            new ProblemType(
                    ProblemCode.KNOWN_TIME_EDITED,
                    "Stored time changed",
                    "The latest known time in the database is not as this service has written it. It is therefore not certain"
                            + " which license files still count. The time that passes is not stored.",
                    "Activate a license online once. Without access to the licensing server, begin with an empty database and"
                            + " ask {support} for a license file for its new fingerprint."),
            new ProblemType(
                    ProblemCode.HOST_CLOCK_BEHIND,
                    "Clock behind",
                    "This server's clock shows an earlier time than one that is already proven. The proven time counts.",
                    "Set the clock to the right time and synchronize it (NTP). If it was ahead before and is right now,"
                            + " re-validate the license online. Without access to the licensing server, look at the detail"
                            + " of this problem: if it names a clock challenge, or this installation's fingerprint, send"
                            + " that to {support} and activate the license file that they make for it. If it names none of"
                            + " them, wait until the clock has come to the proven time."),
            new ProblemType(
                    ProblemCode.HOST_CLOCK_DIFFERS,
                    "Clock differs from the licensing server's",
                    "This server's clock and the licensing server's differ by more than five minutes.",
                    "Set the clock of this server to the right time and synchronize it (NTP), then re-validate the license."),
            new ProblemType(
                    ProblemCode.DATABASE_CLOCK_DIFFERS,
                    "Clock differs from PostgreSQL's",
                    "This server's clock and PostgreSQL's differ by more than five minutes, so that this server's is not"
                            + " believed.",
                    "Set the clock that is wrong to the right time and synchronize both (NTP). The problem is gone within a"
                            + " minute."),
            new ProblemType(
                    ProblemCode.FINGERPRINT_DIFFERS,
                    "Another fingerprint is configured",
                    "licensing.installation.fingerprint names another fingerprint than the one under which this installation"
                            + " is known to the vendor.",
                    "If the configured fingerprint is right, activate the license again: it is used from then on. Otherwise"
                            + " correct the setting or leave it out."),
            new ProblemType(
                    ProblemCode.STATE_NOT_CURRENT,
                    "State may be out of date",
                    "For more than 30 seconds this replica could not read the present state from PostgreSQL, or could read it"
                            + " from a standby alone. It goes on with the state that it has read last.",
                    "Nothing is lost, and the replica reads the state again by itself. Bring PostgreSQL back, or look at the way"
                            + " from this replica to it, if other replicas do not have this problem."),
            new ProblemType(
                    ProblemCode.TIME_NOT_STORED,
                    "Time not stored",
                    "PostgreSQL can be read, but for more than a minute nobody could store the time that has passed. If all replicas are killed now, that time is forgotten.",
                    "Look for the cause in the log of the service and in PostgreSQL: the role lacks UPDATE on"
                            + " the table installation, a session holds a lock on its row (pg_locks, pg_blocking_pids), or"
                            + " the disk is full. Once that is over, the time is stored within seconds."),
            new ProblemType(
                    ProblemCode.AUDIT_TRAIL_UNSOUND,
                    "Audit trail not as it was written",
                    "Entries of the audit trail were changed, removed or added by something else than this service, or were"
                            + " sealed with a key that this service does not have.",
                    "If a key was taken out of licensing.secret.keys too early, add it again. Otherwise keep a copy of the"
                            + " database and find out who has changed it: the detail of this problem names the first"
                            + " entry."),
            new ProblemType(
                    ProblemCode.SEAT_SHARED,
                    "Seat used by somebody else, too",
                    "On three days of the last sixty or more, somebody else has checked this installation's seat out at the"
                            + " licensing server. Nothing is restricted by that. It may be a clone of this"
                            + " installation, a restored copy that runs beside it, another installation with the same"
                            + " licensing.installation.fingerprint, or the vendor's own tools.",
                    "Find the other installation. If it is no longer needed, stop it. If it is, give it an identity and a seat"
                            + " of its own: stop it, run the command installation detach on its database, and activate a"
                            + " license there. If there is none, ask {support} who checks the seat out. The problem is gone"
                            + " when nobody else was seen on three days within sixty."),
            new ProblemType(
                    ProblemCode.STATE_ROLLED_BACK,
                    "Older state found in the database",
                    "While the service was running, the database had an older state than before: a lower version, an earlier"
                            + " entry of the audit trail, or an earlier signed time. Somebody has put an older database back. A"
                            + " failover to a server that lacked the last commits looks the same.",
                    "Find out which it was: ask who runs PostgreSQL, and compare the entries of the audit trail with the log of"
                            + " the service. Re-validate an online license. Then confirm it on the Licensing page. It is recorded who has confirmed it."));

    private LicensingProblemTypes() {}

    /** All of them, in the order of the index page. */
    static List<ProblemType> all() {
        return ROWS;
    }
}
