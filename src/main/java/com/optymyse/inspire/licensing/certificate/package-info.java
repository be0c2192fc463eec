/**
 * Signed license and machine files: read, verified, decrypted, and turned into a value that only verification can make.
 * Of libraries it knows only Jackson's core and databind. Imports {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.certificate;

import org.jspecify.annotations.NullMarked;
