package com.optymyse.inspire.licensing.testing;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The component tests that {@link OperationsSuite} and {@link PageSuite} leave out, so that each test is in one of the three. */
@Suite(failIfNoTests = false)
@SelectPackages("com.optymyse.inspire.licensing")
@IncludeClassNamePatterns(".*ComponentTest")
@ExcludeClassNamePatterns({OperationsSuite.CLASSES, PageSuite.CLASSES})
final class RemainingSuite {}
