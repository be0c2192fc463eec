/**
 * How a refusal reaches the caller: each code as a problem of RFC 9457, and a page for each that tells cause and fix.
 * Imports {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.problem;

import org.jspecify.annotations.NullMarked;
