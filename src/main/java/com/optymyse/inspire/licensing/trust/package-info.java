/**
 * Whose signatures count: the vendor of the package or of the configuration. What the process runs: the release that this
 * service is, and the options of its JVM, by which other classes could come before the package's. Imports
 * {@code installation}, {@code certificate} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.trust;

import org.jspecify.annotations.NullMarked;
