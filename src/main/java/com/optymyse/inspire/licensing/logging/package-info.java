/**
 * Text from outside and from other libraries, made fit for the log. Imports {@code incident} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.logging;

import org.jspecify.annotations.NullMarked;
