package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told about one kind of problem, with the contacts filled in. */
@Schema(description = "One kind of problem, with its cause and its fix.")
record ProblemPage(
        @Schema(description = "The address of this page, as in the `type` of a problem", format = "uri-reference")
        URI type,

        @Schema(description = "The stable code of the problem")
        String code,

        @Schema(description = "The HTTP status of a refusal; absent for a problem that refuses nothing")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer status,

        @Schema(description = "The name of the problem, in a few words")
        String title,

        @Schema(description = "The cause of the problem") String cause,

        @Schema(description = "The fix: what to do about the problem")
        String fix,

        @Schema(
                description =
                        "The next step of a program that gets this error; absent for a problem that refuses nothing")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String client) {

    static ProblemPage of(ProblemType type, URI page, ContactConfig contact) {
        String fix = type.fix().replace("{support}", contact.support()).replace("{sales}", contact.sales());
        return new ProblemPage(page, type.code(), type.status(), type.title(), type.cause(), fix, client(type.code()));
    }

    private static @Nullable String client(String code) {
        return Arrays.stream(RefusalCode.values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst()
                .map(ClientAdvice::of)
                .orElse(null);
    }
}
