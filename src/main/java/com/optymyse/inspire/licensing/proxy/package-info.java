/**
 * The forward proxy that the environment names for a call to the outside. Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.proxy;

import org.jspecify.annotations.NullMarked;
