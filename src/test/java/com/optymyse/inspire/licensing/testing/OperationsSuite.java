package com.optymyse.inspire.licensing.testing;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** One part of the component tests: those of {@link #CLASSES}, in about a third of the time that all of them take. */
@Suite(failIfNoTests = false)
@SelectPackages("com.optymyse.inspire.licensing")
@IncludeClassNamePatterns(OperationsSuite.CLASSES)
final class OperationsSuite {

    /** What changes a license, by hand and in the background. */
    static final String CLASSES =
            "com\\.optymyse\\.inspire\\.licensing\\.(activation|admin|audit|background|commandline|installation)\\..*ComponentTest";
}
