package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told about one kind of problem, with the contacts filled in.
 *
 * @param type the address of its page, as in the {@code type} of a problem
 * @param code the stable code
 * @param status the HTTP status of a refusal; absent for what is no refusal
 * @param title what it is, in a few words
 * @param cause why it happens
 * @param fix what to do about it
 */
@Schema(description = "One kind of problem: why it happens and what to do about it.")
record ProblemPage(
        @Schema(description = "The address of this page", format = "uri-reference")
        URI type,

        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer status,
        String title,
        String cause,
        String fix) {

    static ProblemPage of(ProblemType type, URI page, ContactConfig contact) {
        String fix = type.fix().replace("{support}", contact.support()).replace("{sales}", contact.sales());
        return new ProblemPage(page, type.code(), type.status(), type.title(), type.cause(), fix);
    }
}
