/**
 * What runs by itself: the start on a database that may still be away, the state followed from then on, re-validation when
 * it is due, releases until they are done, fresh key sets, a look at the clock. Imports {@code activation},
 * {@code licensingserver}, {@code installation}, {@code security}, {@code audit}, {@code incident} and {@code license}.
 * Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.background;

import org.jspecify.annotations.NullMarked;
