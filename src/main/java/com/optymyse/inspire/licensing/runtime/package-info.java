/**
 * How the parts become one service: clock, keys, start-up checks, database migration. The only package that may import
 * every other one, and that none imports.
 */
@NullMarked
package com.optymyse.inspire.licensing.runtime;

import org.jspecify.annotations.NullMarked;
