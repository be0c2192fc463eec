package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.RefusalCode;

/**
 * One kind of problem: what is told to callers, operators and admins about a refusal code.
 *
 * @param code the refusal code
 * @param status the HTTP status, 400 to 599
 * @param title what it is, in a few words
 * @param cause why it happens, in full sentences; also the detail of a problem that has no better one
 * @param fix what to do about it, in full sentences; {@code {support}} and {@code {sales}} stand for the contacts
 */
record ProblemType(RefusalCode code, int status, String title, String cause, String fix) {

    ProblemType {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem's status is 400 to 599, not " + status + ".");
        }
    }
}
