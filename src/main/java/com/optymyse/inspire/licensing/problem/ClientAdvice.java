package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.RefusalCode;

/**
 * Advice for whoever writes a program that has sent a refused request, in a sentence or two. It stands apart from what
 * people are told, who have a page in front of them and no request. Long on purpose: one row for each code, in one place.
 */
public final class ClientAdvice {

    private static final String ASK_A_PERSON =
            "Show the detail to a person, who has to decide. The same request is refused again until then.";
    private static final String ANOTHER_FILE =
            "Show the detail to a person, who has to bring another licenseFile. The same request is refused again.";
    private static final String NOT_FROM_HERE =
            "Nothing was changed. Send the request again after a minute, and after longer pauses if it fails again.";
    private static final String LATER = "Send the request again after as many seconds as the header Retry-After says.";

    private ClientAdvice() {}

    public static String of(RefusalCode code) {
        return switch (code) {
            case INVALID_REQUEST ->
                "Correct the field that the member field names. The API description at /q/openapi shows each request with"
                        + " an example, and /q/swagger-ui lets you try it.";
            case UNAUTHORIZED ->
                "Fetch a new token and send the request once more with the header Authorization: Bearer and the token.";
            case FORBIDDEN -> "Use the token of a user with the Admin role. The same token is refused again.";
            case NOT_FOUND ->
                "Correct the path. The API description at /q/openapi has all of them, and GET /entitlements all codes.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods that the header Allow names.";
            case NOT_ACCEPTABLE -> "Send the header Accept: application/json, or none.";
            case REQUEST_TIMEOUT ->
                "Send the whole body at once. Nothing was changed, so the request can be sent again.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON, with the header Content-Type: application/json.";
            case NOT_LICENSED -> "Activate a license with POST /license/activate first.";
            case OFFLINE_LICENSE ->
                "Send a newer license file to POST /license/activate in place of asking for a re-validation.";
            case OPERATION_IN_PROGRESS -> "Read GET /license, whose member underWay says what is done now. " + LATER;
            case PREVIEW_OUTDATED ->
                "Show the member preview to a person. If they agree, repeat POST /license/activate with its digest as"
                        + " previewed.";
            case RELEASE_NOT_BLOCKED ->
                "Read GET /license: only a release whose state is blocked can be retried or dismissed.";
            case LICENSE_KEY_UNKNOWN ->
                "Show the detail to a person, who has to bring another licenseKey. The same request is refused again.";
            case LICENSE_EXPIRED,
                    LICENSE_SUSPENDED,
                    LICENSE_BANNED,
                    LICENSE_OTHER_PRODUCT,
                    LICENSE_NOT_ALLOWED,
                    OFFLINE_NOT_LISTED -> ASK_A_PERSON;
            case MACHINE_LIMIT_REACHED ->
                "Show the detail to a person, and the member seats where it is there: one of those seats has to be freed"
                        + " first.";
            case FINGERPRINT_TAKEN ->
                "Show the detail to a person. Where the member holder is present-license, POST /license/deactivate comes first if"
                        + " they agree. Where it is unknown or present-license-removed, send the request again after a minute.";
            case OFFLINE_NOT_ENTITLED -> "Repeat the request with the method online, or show the detail to a person.";
            case LICENSE_FILE_MALFORMED ->
                "Send the content of the .lic file as licenseFile. With jq it is --rawfile that keeps its line ends.";
            case LICENSE_FILE_INCOMPLETE,
                    LICENSE_FILE_NOT_GENUINE,
                    LICENSE_FILE_NOT_OPENED,
                    LICENSE_FILE_EXPIRED,
                    LICENSE_FILE_OLDER,
                    LICENSE_FILE_OTHER_MACHINE,
                    LICENSE_FILE_OTHER_PRODUCT -> ANOTHER_FILE;
            case CLOCK_SET_BACK, CLOCK_WRONG ->
                "Show the detail to a person, who has to set the clock. The request can be sent again afterwards.";
            case TOO_LARGE -> "Send at most 3 MB. The same request is refused again.";
            case HEADERS_TOO_LARGE -> "Send smaller headers. Mostly it is the token in the header Authorization.";
            case LICENSING_SERVER_BUSY -> LATER + " Without that header, wait a minute.";
            case TOO_MANY_REQUESTS, IDENTITY_PROVIDER_UNREACHABLE, STARTING, STOPPING -> LATER;
            case LICENSING_SERVER_ERROR, LICENSING_SERVER_UNTRUSTED, LICENSING_SERVER_UNREACHABLE -> NOT_FROM_HERE;
            case STORE_UNAVAILABLE ->
                "Read GET /license to see whether the operation was done, and send the request again if it was not.";
            case INTERNAL_ERROR ->
                "Keep the member instance, by which the log of the service names the error. Read GET /license before you send"
                        + " the request again: it may have been carried out.";
        };
    }
}
