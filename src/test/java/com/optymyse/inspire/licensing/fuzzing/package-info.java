/** Thousands of requests that nobody would write by hand, and whether each answer is one that the API's description promises. */
@NullMarked
package com.optymyse.inspire.licensing.fuzzing;

import org.jspecify.annotations.NullMarked;
