package com.optymyse.inspire.licensing.testing;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The component tests that {@link OperationsSuite} leaves out, so that no test is in none of the two. */
@Suite(failIfNoTests = false)
@SelectPackages("com.optymyse.inspire.licensing")
@ExcludeClassNamePatterns(OperationsSuite.PACKAGES)
final class RemainingSuite {}
