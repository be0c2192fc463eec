/**
 * The port to the vendor's licensing server: its calls, and what each of them can bring. {@code keygen} implements it.
 * Imports {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.licensingserver;

import org.jspecify.annotations.NullMarked;
