package com.optymyse.inspire.licensing.problem;

import static java.util.stream.Collectors.toMap;

import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of all refusals, in the order of their index page. Long on purpose: one row for each code, in one place. */
public final class ProblemTypes {

    private static final List<ProblemType> ROWS = List.of(
            new ProblemType(
                    RefusalCode.LICENSE_KEY_UNKNOWN,
                    422,
                    "License key unknown",
                    "The licensing server does not know this license key.",
                    "Copy the whole key from the message in which you received it and paste it again. If it is still"
                            + " unknown, contact {support}: the license may have been replaced by another one."),
            new ProblemType(
                    RefusalCode.LICENSE_EXPIRED,
                    422,
                    "License expired",
                    "The license's expiry date has passed.",
                    "Check the expiry date. Contact {sales} for renewal. After the renewal re-validate the license, or"
                            + " activate it if this installation is unlicensed."),
            new ProblemType(
                    RefusalCode.LICENSE_SUSPENDED,
                    422,
                    "License suspended",
                    "The vendor has suspended the license.",
                    "Contact {sales}. Once the license is reinstated, re-validate it, or activate it if this"
                            + " installation is unlicensed."),
            new ProblemType(
                    RefusalCode.LICENSE_BANNED,
                    422,
                    "License banned",
                    "The vendor has banned the owner of the license.",
                    "Contact {sales}. Only the vendor can lift the ban."),
            new ProblemType(
                    RefusalCode.LICENSE_OTHER_PRODUCT,
                    422,
                    "License of another product",
                    "The license key is genuine, but its license is for another product.",
                    "Paste the key of your Inspire license. If you have no other key, contact {support}."),
            new ProblemType(
                    RefusalCode.LICENSE_NOT_ALLOWED,
                    422,
                    "License not usable here",
                    "The vendor's policy for this license demands something that an Inspire installation does not do,"
                            + " or does not let a license key activate an installation.",
                    "Send the detail of this answer to {support}: the vendor has to change the policy of the license."),
            new ProblemType(
                    RefusalCode.MACHINE_LIMIT_REACHED,
                    422,
                    "Limit of the license reached",
                    "The license is already active on as many installations as it allows, or they have as many processor"
                            + " cores, as much memory or as much disk space. The detail names the limit.",
                    "Deactivate the license on an installation that no longer needs it. If that installation no longer exists,"
                            + " ask {support} to release its seat. For a higher limit contact {sales}."),
            new ProblemType(
                    RefusalCode.FINGERPRINT_TAKEN,
                    422,
                    "Installation holds a seat already",
                    "The licensing server allows this installation one seat, and another license still holds it.",
                    "Do what the detail of this answer says. Seats of earlier licenses that are not released yet are in the"
                            + " pending releases of the license status, with the reason. Contact {support} if it stays"
                            + " so."),
            new ProblemType(
                    RefusalCode.OFFLINE_NOT_ENTITLED,
                    422,
                    "Offline activation not included",
                    "Offline activation requires the OFFLINE_LICENSING entitlement, which this license does not have.",
                    "Activate the license online, or contact {sales} to have the entitlement added. Then ask"
                            + " {support} for a new license file."),
            new ProblemType(
                    RefusalCode.OFFLINE_NOT_LISTED,
                    422,
                    "Offline activation not allowed for this installation",
                    "The vendor accepts license files only for installations that the license lists, and this license"
                            + " does not list this installation's fingerprint.",
                    "Send this installation's fingerprint, shown in the license status, to {support}. Ask to have it"
                            + " listed in the license and for a new license file, which must be made after that."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_MALFORMED,
                    422,
                    "Not a license file",
                    "The text is not the whole content of a license file (.lic).",
                    "Open the license file in a text editor and copy everything, from the line that begins with"
                            + " -----BEGIN to the line that begins with -----END, both included."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_INCOMPLETE,
                    422,
                    "License file incomplete",
                    "The license file is genuine, but the vendor made it without the license or without the license's"
                            + " entitlements in it. The licensing server leaves both out unless they are asked for.",
                    "Send {support} the request for a license file that is shown for offline activation. It says what the"
                            + " file has to include. Activate with the new file."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_NOT_GENUINE,
                    422,
                    "License file not genuine",
                    "The license file's signature is not the vendor's: the file was changed after it was signed, or"
                            + " somebody else signed it.",
                    "Paste the file exactly as you received it. If it is refused again, ask {support} for a new one."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_NOT_OPENED,
                    422,
                    "License key and license file do not match",
                    "The license file can't be opened with this license key on this installation: the key is another"
                            + " license's, or the file was issued for another installation.",
                    "Check that key and file belong to the same license. If they do, send this installation's"
                            + " fingerprint, shown in the license status, to {support} and ask for a license file"
                            + " issued for it."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_EXPIRED,
                    422,
                    "License file expired",
                    "The license file is valid until a date that has passed. It can end before the license does.",
                    "Ask {support} for a new license file and activate with it. If the license itself has ended,"
                            + " contact {sales} for renewal first."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_OLDER,
                    422,
                    "Newer license file known",
                    "This license file was issued before the newest certificate of the license that this installation has"
                            + " held, and grants more than that one.",
                    "Use the newest license file, or ask {support} for a new one. An older file is accepted when it grants"
                            + " no more: no other entitlement, no higher limit, no later end of the license."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_OTHER_MACHINE,
                    422,
                    "License file of another installation",
                    "The license file was issued for another installation.",
                    "Send this installation's fingerprint, shown in the license status, to {support} and ask for a"
                            + " license file issued for it."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_OTHER_PRODUCT,
                    422,
                    "License file of another product",
                    "The license file is genuine, but it is for another product or another vendor account.",
                    "Paste the license file of your Inspire license. If you have no other file, contact {support}."),
            new ProblemType(
                    RefusalCode.CLOCK_SET_BACK,
                    422,
                    "Clock set back",
                    "This server's clock shows an earlier time than one that is already proven.",
                    "Set the clock to the right time and synchronize it (NTP). If it is right now and was ahead"
                            + " before, activate online, or with a license file issued today."),
            new ProblemType(
                    RefusalCode.CLOCK_WRONG,
                    422,
                    "Clock wrong",
                    "This server's clock and the licensing server's are too far apart.",
                    "Set the clock of this server to the right time, synchronize it (NTP) and try again. The detail of"
                            + " this answer names both times."),
            new ProblemType(
                    RefusalCode.NOT_LICENSED,
                    409,
                    "Not licensed",
                    "This needs an activated license, and the installation has none.",
                    "Activate a license: Platform > Licensing, tab Activate. After a migration to a new server activate"
                            + " it there; deactivate it on the old server first if possible."),
            new ProblemType(
                    RefusalCode.OFFLINE_LICENSE,
                    409,
                    "Offline license",
                    "An offline license is validated by its signed certificate; it has no re-validation.",
                    "To take over a renewal or a change, ask {support} for a new license file and activate with it. To"
                            + " re-validate against the licensing server, activate the license online."),
            new ProblemType(
                    RefusalCode.OPERATION_IN_PROGRESS,
                    409,
                    "Another operation is running",
                    "A license is being activated or deactivated on this installation right now, or its earlier seat is"
                            + " still being given back to the licensing server.",
                    "Wait a few seconds, or a minute for a seat; look at the license status and try again if it is still"
                            + " needed."),
            new ProblemType(
                    RefusalCode.PREVIEW_OUTDATED,
                    409,
                    "Preview outdated",
                    "The activation would do something else than its preview has shown: the license at the licensing"
                            + " server or on this installation has changed since. Nothing was changed.",
                    "Look at the present preview, and activate if you agree."),
            new ProblemType(
                    RefusalCode.RELEASE_NOT_BLOCKED,
                    409,
                    "The seat is still being given back",
                    "The licensing server has not refused to take this seat back: giving it back is tried again and"
                            + " again until it succeeds. One that is shown as unknown was begun by a newer version of"
                            + " this service, and this version leaves it alone.",
                    "Wait. The license status shows when the seat is given back, and why it is not yet. Only a seat that"
                            + " is shown as blocked can be given up. Where it is shown as unknown, update this service."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_UNREACHABLE,
                    503,
                    "Licensing server unreachable",
                    "The licensing server gave no answer, or calls to it are switched off.",
                    "Check that this server can reach licensing.api.optymyse.com, or the address in"
                            + " licensing.server.url, through the proxy if there is one. A server without internet"
                            + " access uses offline activation with a signed license file."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_BUSY,
                    503,
                    "Licensing server busy",
                    "The licensing server, or a proxy in front of it, receives too many requests or is overloaded, and has"
                            + " asked for a pause.",
                    "Try again in a minute. The license in use is not affected, and the service asks by itself once the pause is over. If it stays"
                            + " so, ask {support}, and whether other programs at this address send many requests."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_ERROR,
                    502,
                    "Licensing server failed",
                    "The licensing server answered with an error, or with something that is not understood.",
                    "Try again in a few minutes. The license in use is not affected. If it stays so, send the detail of"
                            + " this answer to {support}."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_UNTRUSTED,
                    502,
                    "Licensing server not trusted",
                    "An answer arrived that is not signed by the licensing server.",
                    "Check the address in licensing.server.url, and that no proxy or firewall between this server and"
                            + " the licensing server changes answers or sends its own page. The detail of this answer"
                            + " names the check that failed."),
            new ProblemType(
                    RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                    503,
                    "Identity provider unreachable",
                    "The token can't be checked, because the key it needs can't be had from the identity provider at the"
                            + " moment. The token may be good.",
                    "Try again in a few seconds. If it stays so,"
                            + " look at this service's log, which names the address and the cause, and check"
                            + " mp.jwt.verify.publickey.location and the network between this service and the identity"
                            + " provider."),
            new ProblemType(
                    RefusalCode.STORE_UNAVAILABLE,
                    503,
                    "Database unavailable",
                    "The database does not answer, so nothing was changed.",
                    "Check PostgreSQL and the connection settings of this service, then try again. Questions about what"
                            + " is licensed are answered meanwhile."),
            new ProblemType(
                    RefusalCode.STARTING,
                    503,
                    "Starting",
                    "This service has started and has not yet read the state of the license.",
                    "Try again in a few seconds. If it stays so, look at the service's log and at the answer of"
                            + " /q/health/ready on its management port: they say whether PostgreSQL can't be reached, or"
                            + " what has to be changed there."),
            new ProblemType(
                    RefusalCode.STOPPING,
                    503,
                    "Stopping",
                    "This service is being stopped or restarted. It finishes the operations that have begun, and begins no"
                            + " new one.",
                    "Try again in a few seconds: another instance answers it, or this one once it has"
                            + " restarted. Nothing was changed."),
            new ProblemType(
                    RefusalCode.INVALID_REQUEST,
                    400,
                    "Invalid request",
                    "Something that was sent is missing, unknown or not accepted.",
                    "Correct what this message says, and try again."),
            new ProblemType(
                    RefusalCode.UNAUTHORIZED,
                    401,
                    "No valid token",
                    "No access token came with the request, or one that is expired, not meant for this service, or not signed"
                            + " by the identity provider that this service trusts.",
                    "Sign in again. If a"
                            + " fresh token is refused, compare its issuer and audience with mp.jwt.verify.issuer and"
                            + " mp.jwt.verify.audiences."),
            new ProblemType(
                    RefusalCode.FORBIDDEN,
                    403,
                    "Admin role required",
                    "The token is valid, but its user does not have the Admin role that this requires.",
                    "Ask for the Admin role and sign in again. If your identity provider already grants it, check which"
                            + " claims and names are taken as the role: licensing.security.role-claim and"
                            + " licensing.security.admin-roles."),
            new ProblemType(
                    RefusalCode.NOT_FOUND,
                    404,
                    "Nothing found",
                    "There is nothing at this address.",
                    "Check the address. An entitlement's code is written as in the license status, for example SSO_SAML."),
            new ProblemType(
                    RefusalCode.METHOD_NOT_ALLOWED,
                    405,
                    "Method not allowed",
                    "The address exists, but what was asked can't be done there.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.NOT_ACCEPTABLE,
                    406,
                    "Format not available",
                    "The program that asked accepts none of the formats in which this address answers.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.REQUEST_TIMEOUT,
                    408,
                    "Request sent too slowly",
                    "What was sent did not arrive in time, so nothing was done.",
                    "Try again. If it happens again, check the network and the proxies between the client"
                            + " and this service. licensing.request.body-timeout says how long a body may take."),
            new ProblemType(
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE,
                    415,
                    "Format not supported",
                    "What was sent has another format than the one that is read here.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.TOO_LARGE,
                    413,
                    "Request too large",
                    "What was sent is larger than 3 MB.",
                    "A license key has at most 4,096 characters, and a license file two million, mostly some thousand:"
                            + " check that nothing else was pasted with them."),
            new ProblemType(
                    RefusalCode.HEADERS_TOO_LARGE,
                    431,
                    "Headers too large",
                    "The request's headers are larger than this service accepts (quarkus.http.limits.max-header-size)."
                            + " Mostly it is the access token.",
                    "Let the identity provider put fewer groups into the token, or only those that are assigned to this"
                            + " service. Or raise quarkus.http.limits.max-header-size, which is 64K unless it is set, and"
                            + " the same limit of each proxy on the way."),
            new ProblemType(
                    RefusalCode.TOO_MANY_REQUESTS,
                    429,
                    "Too many requests",
                    "Too many activations or previews were tried within a minute, or too many clients listen for changes"
                            + " already.",
                    "Wait a minute, then try once more."),
            new ProblemType(
                    RefusalCode.INTERNAL_ERROR,
                    500,
                    "Unexpected error",
                    "This service met an error that it does not know.",
                    "Try again. If it happens again, send the name of the error (urn:uuid:…) and the lines of the service's log"
                            + " that contain it to {support}."));

    private static final Map<String, ProblemType> BY_CODE = Stream.concat(
                    ROWS.stream(), LicensingProblemTypes.all().stream())
            .collect(toMap(ProblemType::code, Function.identity()));

    private ProblemTypes() {}

    /** All of them, in the order of the index page. */
    static List<ProblemType> all() {
        return ROWS;
    }

    public static ProblemType of(RefusalCode code) {
        ProblemType type = BY_CODE.get(code.code());
        if (type == null) {
            throw new IllegalStateException("The table of problems has no row for " + code + ".");
        }
        return type;
    }

    /** The code that says the same as an HTTP status of 400 or more. */
    public static RefusalCode code(int status) {
        return switch (status) {
            case 401 -> RefusalCode.UNAUTHORIZED;
            case 403 -> RefusalCode.FORBIDDEN;
            case 404 -> RefusalCode.NOT_FOUND;
            case 405 -> RefusalCode.METHOD_NOT_ALLOWED;
            case 406 -> RefusalCode.NOT_ACCEPTABLE;
            case 408 -> RefusalCode.REQUEST_TIMEOUT;
            case 413 -> RefusalCode.TOO_LARGE;
            case 415 -> RefusalCode.UNSUPPORTED_MEDIA_TYPE;
            case 431 -> RefusalCode.HEADERS_TOO_LARGE;
            case 429 -> RefusalCode.TOO_MANY_REQUESTS;
            default -> status < 500 ? RefusalCode.INVALID_REQUEST : RefusalCode.INTERNAL_ERROR;
        };
    }

    /** The problem of either kind whose code is written so, as in {@code license-expired}. */
    static Optional<ProblemType> named(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
