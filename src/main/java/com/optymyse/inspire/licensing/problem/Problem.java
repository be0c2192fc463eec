package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer: a problem document of RFC 9457, media type {@value #MEDIA_TYPE}.
 *
 * @param type the address of the page that tells cause and fix
 * @param title what it is, the same for every problem of this type
 * @param status the HTTP status of the answer
 * @param detail what is wrong with this request
 * @param client what the program does that has sent the request
 * @param code the stable code that programs decide by
 * @param field the request's field that is wrong, where it is one
 * @param instance names this occurrence in the log, for unexpected errors alone
 * @param values the facts in the detail, by name
 * @param members what else some codes tell, beside these fields (RFC 9457, section 3.2)
 */
@Schema(
        description = "The reason why a request was refused or failed, as in RFC 9457. Programs decide by `code`."
                + " `operation-in-progress` also has `underWay` and `until` if they are known."
                + " `fingerprint-taken` usually has `holder`. `preview-outdated` has `preview`, the current"
                + " preview of the activation.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(
                description = "The address of the page with cause and fix",
                format = "uri-reference",
                examples = "/problems/license-expired")
        URI type,

        @Schema(description = "The name of the problem, in a few words", examples = "License expired")
        String title,

        @Schema(description = "The HTTP status of the answer", examples = "422")
        int status,

        @Schema(
                description = "The fault of this request and the next step, for the user",
                examples = "The license expired on 2026-10-31.")
        String detail,

        @Schema(
                description = "The next step of the calling program, for its developer. Do not show it to the user.",
                examples = "Show the member detail to the user. The same request fails until the user has solved the"
                        + " problem.")
        String client,

        @Schema(description = "The stable code of the problem", examples = "license-expired")
        String code,

        @Schema(
                description = "The name of the wrong field of the request; absent if no single field is wrong",
                examples = "licenseKey")
        @Nullable
        String field,

        @Schema(description = "The id of this error in the service's log; only for unexpected errors") @Nullable
        URI instance,

        @Schema(
                description =
                        "The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601. Absent if"
                                + " there are no facts.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> values,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
