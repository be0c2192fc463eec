/**
 * The sandbox's controls, which no real licensing server has: tokens, files with and without defects, changes to licenses
 * and machines, faults, the record of calls, the clock, and a page that lists it all. Imports {@code api}, {@code state} and
 * {@code signing}.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.control;

import org.jspecify.annotations.NullMarked;
