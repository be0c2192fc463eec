package com.optymyse.inspire.licensing.testing;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** One part of the component tests: those of {@link #PACKAGES}, in about a third of the time that all of them take. */
@Suite(failIfNoTests = false)
@SelectPackages("com.optymyse.inspire.licensing")
@IncludeClassNamePatterns(PageSuite.PACKAGES)
final class PageSuite {

    /** What a browser shows. */
    static final String PACKAGES = "com\\.optymyse\\.inspire\\.licensing\\.page\\..*Test";
}
