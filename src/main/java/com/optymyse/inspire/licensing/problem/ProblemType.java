package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * One kind of problem: the texts about a code for callers, operators and admins.
 *
 * @param code the code as it is written in answers and in the address of its page
 * @param status the HTTP status of a refusal, 400 to 599; null for what is no refusal
 * @param title what it is, in a few words
 * @param cause why it happens, in full sentences; also the detail of a refusal that has no better one
 * @param fix what to do about it, in full sentences; {@code {support}} and {@code {sales}} stand for the contacts
 */
public record ProblemType(String code, @Nullable Integer status, String title, String cause, String fix) {

    public ProblemType {
        if (status != null && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("A problem's status is 400 to 599, not " + status + ".");
        }
    }

    /** A refusal. */
    public ProblemType(RefusalCode code, int status, String title, String cause, String fix) {
        this(code.code(), Integer.valueOf(status), title, cause, fix);
    }

    /** Something to look at, although nothing was refused. */
    public ProblemType(ProblemCode code, String title, String cause, String fix) {
        this(code.code(), null, title, cause, fix);
    }

    /** The HTTP status of a refusal. */
    public int httpStatus() {
        if (status == null) {
            throw new IllegalStateException("The problem " + code + " is no refusal.");
        }
        return status;
    }
}
