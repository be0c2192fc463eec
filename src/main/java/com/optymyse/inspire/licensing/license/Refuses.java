package com.optymyse.inspire.licensing.license;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares refusals for the API description: those of a REST operation, of each operation of a resource, or of each with
 * the annotated annotation. What follows from the operation itself need not be declared: no token, no role, an invalid or
 * too large body, an unsupported format, an unexpected error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Refuses {

    /** The codes, in any order. */
    RefusalCode[] value();
}
