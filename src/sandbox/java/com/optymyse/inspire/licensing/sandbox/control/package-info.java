/**
 * The sandbox's controls, which no real licensing server has: tokens, files with and without defects, changes to
 * licenses and machines, faults, the record of calls, the clock, and a page that lists it all. Imports the rest of the
 * sandbox.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.control;

import org.jspecify.annotations.NullMarked;
