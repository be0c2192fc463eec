package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the refusals of every operation that takes a license key or a license file. */
@Refuses({
    RefusalCode.LICENSE_KEY_UNKNOWN,
    RefusalCode.LICENSE_EXPIRED,
    RefusalCode.LICENSE_SUSPENDED,
    RefusalCode.LICENSE_BANNED,
    RefusalCode.LICENSE_OTHER_PRODUCT,
    RefusalCode.LICENSE_NOT_ALLOWED,
    RefusalCode.OFFLINE_NOT_ENTITLED,
    RefusalCode.OFFLINE_NOT_LISTED,
    RefusalCode.LICENSE_FILE_MALFORMED,
    RefusalCode.LICENSE_FILE_INCOMPLETE,
    RefusalCode.LICENSE_FILE_NOT_GENUINE,
    RefusalCode.LICENSE_FILE_NOT_OPENED,
    RefusalCode.LICENSE_FILE_EXPIRED,
    RefusalCode.LICENSE_FILE_OLDER,
    RefusalCode.LICENSE_FILE_OTHER_MACHINE,
    RefusalCode.LICENSE_FILE_OTHER_PRODUCT,
    RefusalCode.CLOCK_SET_BACK,
    RefusalCode.CLOCK_WRONG,
    RefusalCode.TOO_MANY_REQUESTS,
    RefusalCode.LICENSING_SERVER_BUSY,
    RefusalCode.LICENSING_SERVER_ERROR,
    RefusalCode.LICENSING_SERVER_UNTRUSTED,
    RefusalCode.LICENSING_SERVER_UNREACHABLE,
    RefusalCode.STORE_UNAVAILABLE
})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface RefusesLicense {}
