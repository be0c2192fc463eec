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
                    "The vendor's policy for this license does not fit Inspire. It requires something that Inspire"
                            + " does not do, or it forbids activation with a license key.",
                    "Send this error message to {support}. The vendor has to change the policy of the license."),
            new ProblemType(
                    RefusalCode.MACHINE_LIMIT_REACHED,
                    422,
                    "Limit of the license reached",
                    "The installations of this license have reached one of its limits: the number of seats, the"
                            + " processor cores, the memory or the disk space. The error message names the limit.",
                    "Deactivate the license on an installation that no longer needs it. If that installation no longer exists,"
                            + " ask {support} to release its seat. For a higher limit contact {sales}."),
            new ProblemType(
                    RefusalCode.FINGERPRINT_TAKEN,
                    422,
                    "Installation holds a seat already",
                    "The licensing server allows this installation one seat, and another license still holds it.",
                    "Follow the error message. The license status lists the seats of earlier licenses that are not"
                            + " released yet, each with the reason. If the problem remains, contact {support}."),
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
                    "Ask {support} to list this installation's fingerprint in the license, and then to make a new"
                            + " license file. The license status shows the fingerprint."),
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
                    "The license file is genuine, but it does not contain the license or its entitlements. The"
                            + " licensing server includes them only on request.",
                    "Select offline activation. Send the license file request that the page shows there to {support};"
                            + " it lists what the file must include. Then activate with the new file."),
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
                    "This license key can't decrypt the license file on this installation. The key belongs to another"
                            + " license, or the file was issued for another installation.",
                    "Check that key and file belong to the same license. If they do, send this installation's"
                            + " fingerprint, shown in the license status, to {support} and ask for a license file"
                            + " issued for it."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_EXPIRED,
                    422,
                    "License file expired",
                    "The license file has expired. A license file can expire before its license.",
                    "Ask {support} for a new license file and activate with it. If the license itself has expired,"
                            + " contact {sales} for renewal first."),
            new ProblemType(
                    RefusalCode.LICENSE_FILE_OLDER,
                    422,
                    "Newer license file known",
                    "This installation has already used a newer certificate of this license. The license file is older"
                            + " than that certificate, but grants more.",
                    "Use the newest license file, or ask {support} for a new one. The service accepts an older file"
                            + " only if it adds no entitlement, no higher limit and no later expiry date."),
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
                    "This server's clock is behind the latest time that this service has recorded.",
                    "Set the clock to the right time and synchronize it (NTP). If the clock is correct now but was"
                            + " ahead earlier, activate online or with a license file issued today."),
            new ProblemType(
                    RefusalCode.CLOCK_WRONG,
                    422,
                    "Clock wrong",
                    "This server's clock and the licensing server's are too far apart.",
                    "Set the clock of this server to the right time, synchronize it (NTP) and try again. The error"
                            + " message names both times."),
            new ProblemType(
                    RefusalCode.NOT_LICENSED,
                    409,
                    "Not licensed",
                    "This operation needs an activated license, and this installation has no license.",
                    "Activate a license: Platform > Licensing, tab Activate. After a migration, deactivate the license"
                            + " on the old server if possible. Then activate it on the new server."),
            new ProblemType(
                    RefusalCode.OFFLINE_LICENSE,
                    409,
                    "Offline license",
                    "An offline license can't be re-validated. Its signed license file proves it without the licensing"
                            + " server.",
                    "After a renewal or a change, ask {support} for a new license file and activate with it. To use"
                            + " re-validation, activate the license online."),
            new ProblemType(
                    RefusalCode.OPERATION_IN_PROGRESS,
                    409,
                    "Another operation is running",
                    "Another operation is changing the license of this installation, or the service is still releasing"
                            + " its earlier seat.",
                    "Wait a minute. Then look at the license status, and try again if the change is still needed."),
            new ProblemType(
                    RefusalCode.PREVIEW_OUTDATED,
                    409,
                    "Preview outdated",
                    "The license has changed since the preview, at the licensing server or on this installation. The"
                            + " activation would have another result, so the service changed nothing.",
                    "Review the current preview, and activate if you agree."),
            new ProblemType(
                    RefusalCode.RELEASE_NOT_BLOCKED,
                    409,
                    "Seat release still running",
                    "The service still retries the release of this seat by itself, because the licensing server has"
                            + " not refused it. If the release is shown as unknown, a newer version of this service"
                            + " has started it, and this version does not handle it.",
                    "Wait until the seat is released; the license status shows the last error. You can retry or"
                            + " dismiss a release only while it is shown as blocked. If it is shown as unknown,"
                            + " update this service."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_UNREACHABLE,
                    503,
                    "Licensing server unreachable",
                    "The licensing server sent no response, or calls to it are switched off.",
                    "Check that this server can reach licensing.api.optymyse.com, or the address in"
                            + " licensing.server.url, through the proxy if there is one. A server without internet"
                            + " access uses offline activation with a signed license file."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_BUSY,
                    503,
                    "Licensing server busy",
                    "The licensing server, or a proxy in front of it, receives too many requests or is overloaded, and"
                            + " asks for a pause.",
                    "Try again in a minute. The current license is not affected. The service contacts the licensing"
                            + " server again after the pause. If the problem remains, check whether other programs"
                            + " at this IP address send many requests, and ask {support}."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_ERROR,
                    502,
                    "Licensing server failed",
                    "The licensing server answered with an error, or in a form that this service does not understand.",
                    "Try again in a few minutes. The license in use is not affected. If the problem remains, send this"
                            + " error message to {support}."),
            new ProblemType(
                    RefusalCode.LICENSING_SERVER_UNTRUSTED,
                    502,
                    "Licensing server not trusted",
                    "The service received a response that has no valid signature of the licensing server.",
                    "Check the address in licensing.server.url. Check that no proxy or firewall changes the responses"
                            + " or sends a page of its own. The error message names the check that failed."),
            new ProblemType(
                    RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                    503,
                    "Identity provider unreachable",
                    "The service can't verify the token, because it can't fetch the key from the identity provider."
                            + " The token itself may be valid.",
                    "Try again in a few seconds. If the problem remains, read the cause in this service's log. Then"
                            + " check mp.jwt.verify.publickey.location and the network between this service and the"
                            + " identity provider."),
            new ProblemType(
                    RefusalCode.STORE_UNAVAILABLE,
                    503,
                    "Database unavailable",
                    "The database did not answer in time or accepts no changes. The operation may have been done all"
                            + " the same.",
                    "Check PostgreSQL and the connection settings of this service. Then look at the license status,"
                            + " and try again if the change is still needed. Meanwhile the service still answers"
                            + " what is licensed."),
            new ProblemType(
                    RefusalCode.STARTING,
                    503,
                    "Starting",
                    "This service has started and has not yet read the state of the license.",
                    "Try again in a few seconds. If the problem remains, read the service's log or /q/health/ready on"
                            + " its management port. They name the cause and what to change."),
            new ProblemType(
                    RefusalCode.STOPPING,
                    503,
                    "Stopping",
                    "This service is being stopped or restarted. It finishes the running operations and begins no new"
                            + " one.",
                    "Try again in a few seconds. Another instance, or this one after its restart, will answer. Nothing"
                            + " was changed."),
            new ProblemType(
                    RefusalCode.INVALID_REQUEST,
                    400,
                    "Invalid request",
                    "Something in the request is missing, unknown or invalid.",
                    "Correct what the error message names, and try again."),
            new ProblemType(
                    RefusalCode.UNAUTHORIZED,
                    401,
                    "No valid token",
                    "The request has no valid access token. The token is missing or expired, is meant for another"
                            + " service, or was not signed by the configured identity provider.",
                    "Sign in again. If a"
                            + " fresh token is refused, compare its issuer and audience with mp.jwt.verify.issuer and"
                            + " mp.jwt.verify.audiences."),
            new ProblemType(
                    RefusalCode.FORBIDDEN,
                    403,
                    "Admin role required",
                    "The token is valid, but its user does not have the Admin role that this operation requires.",
                    "Ask for the Admin role and sign in again. If your identity provider already grants the role,"
                            + " check licensing.security.role-claim and licensing.security.admin-roles."),
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
                    "The address exists, but it does not support this method.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.NOT_ACCEPTABLE,
                    406,
                    "Format not available",
                    "The request accepts none of the formats that this address supports.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.REQUEST_TIMEOUT,
                    408,
                    "Request sent too slowly",
                    "The request did not arrive completely in time, so the service did nothing.",
                    "Try again. If it happens again, check the network and the proxies between the client"
                            + " and this service. licensing.request.body-timeout says how long a body may take."),
            new ProblemType(
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE,
                    415,
                    "Format not supported",
                    "This address does not accept the format of the request.",
                    "The program that asked has to be changed. If it is the Licensing page, load it again."),
            new ProblemType(
                    RefusalCode.TOO_LARGE,
                    413,
                    "Request too large",
                    "The request is larger than 3 MB.",
                    "Check that you pasted nothing else with the key or the file. A license key has at most 4,096"
                            + " characters. A license file has at most two million, usually a few thousand."),
            new ProblemType(
                    RefusalCode.HEADERS_TOO_LARGE,
                    431,
                    "Headers too large",
                    "The request's headers are larger than this service accepts (quarkus.http.limits.max-header-size)."
                            + " Usually the access token is too large.",
                    "Configure the identity provider to put fewer groups into the token, for example only those of"
                            + " this service. Or raise quarkus.http.limits.max-header-size (default 64K), and the"
                            + " same limit of each proxy."),
            new ProblemType(
                    RefusalCode.TOO_MANY_REQUESTS,
                    429,
                    "Too many requests",
                    "There were too many activations or previews within a minute, or too many clients already listen"
                            + " for changes.",
                    "Wait a minute, then try once more."),
            new ProblemType(
                    RefusalCode.INTERNAL_ERROR,
                    500,
                    "Unexpected error",
                    "An unexpected error occurred in this service.",
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
