/**
 * What this installation may do: derived from certificate, verdict, marks and time by pure functions, and held in memory
 * by the one current state that every answer is read from. Imports {@code certificate} and {@code license}; what stores
 * the state implements this package's port.
 */
@NullMarked
package com.optymyse.inspire.licensing.installation;

import org.jspecify.annotations.NullMarked;
