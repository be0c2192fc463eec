/**
 * How a refusal reaches the caller: each code as a problem of RFC 9457, a page for each that tells cause and fix, and
 * both in the API description. Imports {@code license}, where the codes are.
 */
@NullMarked
package com.optymyse.inspire.licensing.problem;

import org.jspecify.annotations.NullMarked;
