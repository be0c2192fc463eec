package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.RefusalCode;

/**
 * Advice for whoever writes a program that has sent a refused request, in a sentence or two. It stands apart from what
 * people are told, who have a page in front of them and no request. Long on purpose: one row for each code, in one place.
 */
public final class ClientAdvice {

    private static final String ASK_A_PERSON =
            "Show the member detail to the user. The same request fails until the user has solved the problem.";
    private static final String ANOTHER_FILE =
            "Show the member detail to the user, and ask for another license file. The same request fails again.";
    private static final String NOT_FROM_HERE =
            "Nothing was changed. Send the request again after a minute, and after longer pauses if it fails again.";
    private static final String LATER =
            "Wait as many seconds as the header Retry-After says, then send the request again.";

    private ClientAdvice() {}

    public static String of(RefusalCode code) {
        return switch (code) {
            case INVALID_REQUEST ->
                "Correct the request. The member field of this answer contains the name of the wrong field. The API"
                        + " description at /q/openapi shows each request with an example, and /q/swagger-ui lets you"
                        + " try it.";
            case UNAUTHORIZED ->
                "Fetch a new token and send the request once more with the header Authorization: Bearer and the token.";
            case FORBIDDEN -> "Use the token of a user with the Admin role. The same token is refused again.";
            case NOT_FOUND ->
                "Correct the path. The API description at /q/openapi lists all paths, and GET /entitlements lists all"
                        + " codes.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods that the header Allow names.";
            case NOT_ACCEPTABLE -> "Send the header Accept: application/json, or none.";
            case REQUEST_TIMEOUT ->
                "Send the whole body at once. Nothing was changed, so the request can be sent again.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON, with the header Content-Type: application/json.";
            case NOT_LICENSED -> "Activate a license with POST /license/activate first.";
            case OFFLINE_LICENSE ->
                "Send a newer license file to POST /license/activate in place of asking for a re-validation.";
            case OPERATION_IN_PROGRESS ->
                "Read GET /license. Its member underWay names the operation that is running. " + LATER;
            case PREVIEW_OUTDATED ->
                "Show the member preview to the user. If the user agrees, repeat POST /license/activate with the"
                        + " digest of that preview in the field previewed.";
            case RELEASE_NOT_BLOCKED ->
                "Read GET /license: only a release whose state is blocked can be retried or dismissed.";
            case LICENSE_KEY_UNKNOWN ->
                "Show the member detail to the user, and ask for another license key. The same request fails again.";
            case LICENSE_EXPIRED,
                    LICENSE_SUSPENDED,
                    LICENSE_BANNED,
                    LICENSE_OTHER_PRODUCT,
                    LICENSE_NOT_ALLOWED,
                    OFFLINE_NOT_LISTED -> ASK_A_PERSON;
            case MACHINE_LIMIT_REACHED ->
                "Show the member detail to the user, and the member seats if it is present. The user has to free one"
                        + " of those seats first.";
            case FINGERPRINT_TAKEN ->
                "Show the member detail to the user. If the member holder is present-license and the user agrees, call"
                        + " POST /license/deactivate and repeat the request. If it is unknown or"
                        + " present-license-removed, repeat the request after a minute.";
            case OFFLINE_NOT_ENTITLED ->
                "Repeat the request with the method online, or show the member detail to the user.";
            case LICENSE_FILE_MALFORMED ->
                "Send the content of the .lic file as licenseFile. Keep its line ends; with jq, use --rawfile.";
            case LICENSE_FILE_INCOMPLETE,
                    LICENSE_FILE_NOT_GENUINE,
                    LICENSE_FILE_NOT_OPENED,
                    LICENSE_FILE_EXPIRED,
                    LICENSE_FILE_OLDER,
                    LICENSE_FILE_OTHER_MACHINE,
                    LICENSE_FILE_OTHER_PRODUCT -> ANOTHER_FILE;
            case CLOCK_SET_BACK, CLOCK_WRONG ->
                "Show the member detail to the user: the clock has to be corrected. Then send the request again.";
            case TOO_LARGE -> "Send at most 3 MB. The same request is refused again.";
            case HEADERS_TOO_LARGE ->
                "Send smaller headers. Usually the token in the header Authorization is too large.";
            case LICENSING_SERVER_BUSY -> LATER + " Without that header, wait a minute.";
            case TOO_MANY_REQUESTS, IDENTITY_PROVIDER_UNREACHABLE, STARTING, STOPPING -> LATER;
            case LICENSING_SERVER_ERROR, LICENSING_SERVER_UNTRUSTED, LICENSING_SERVER_UNREACHABLE -> NOT_FROM_HERE;
            case STORE_UNAVAILABLE ->
                "The operation may have been done. Read GET /license, and send the request again if it was not.";
            case INTERNAL_ERROR ->
                "Record the member instance: the log of the service has the error under this name. Read GET /license"
                        + " before you send the request again: it may have been carried out.";
        };
    }
}
