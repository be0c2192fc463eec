/**
 * What runs by itself: re-validation when it is due, releases until they are done, a look at the clock. Imports
 * {@code activation} and {@code installation}; nothing but {@code runtime} imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.background;

import org.jspecify.annotations.NullMarked;
