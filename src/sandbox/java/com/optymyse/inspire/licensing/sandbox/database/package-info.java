/**
 * A real PostgreSQL for dev mode on a machine that has none: unpacked and started in the background, gone with the JVM.
 * Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.database;

import org.jspecify.annotations.NullMarked;
