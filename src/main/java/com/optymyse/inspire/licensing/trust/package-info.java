/**
 * Whose signatures count: the vendor of the package or of the configuration, and the release that this service is. Imports
 * {@code installation}, {@code certificate} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.trust;

import org.jspecify.annotations.NullMarked;
