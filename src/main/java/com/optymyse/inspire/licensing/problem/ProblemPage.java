package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told about one kind of problem, with the contacts filled in. */
@Schema(description = "One kind of problem: why it happens and what to do about it.")
record ProblemPage(
        @Schema(description = "The address of this page, as in the `type` of a problem", format = "uri-reference")
        URI type,

        @Schema(description = "The stable code of the problem")
        String code,

        @Schema(description = "The HTTP status of a refusal; absent for what is no refusal")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer status,

        @Schema(description = "What it is, in a few words") String title,
        @Schema(description = "Why it happens") String cause,
        @Schema(description = "What to do about it") String fix,

        @Schema(description = "What a program does that gets it; absent for what is no refusal")
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
