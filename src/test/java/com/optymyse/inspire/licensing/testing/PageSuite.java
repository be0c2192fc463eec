package com.optymyse.inspire.licensing.testing;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** One part of the component tests: those of {@link #CLASSES}, in about a third of the time that all of them take. */
@Suite(failIfNoTests = false)
@SelectPackages("com.optymyse.inspire.licensing")
@IncludeClassNamePatterns(PageSuite.CLASSES)
final class PageSuite {

    /** What a browser shows. */
    static final String CLASSES = "com\\.optymyse\\.inspire\\.licensing\\.page\\..*ComponentTest";
}
