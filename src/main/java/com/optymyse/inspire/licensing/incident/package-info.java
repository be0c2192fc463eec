/**
 * Faults that last a while: one log line when a fault begins and one when it ends, and the clock that times them.
 * Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.incident;

import org.jspecify.annotations.NullMarked;
