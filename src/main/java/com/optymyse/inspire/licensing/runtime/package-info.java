/**
 * How the parts become one service: the values that they are built from, such as the clock, the keys and the trusted vendor.
 * Imports {@code trust}, {@code security}, {@code problem}, {@code installation}, {@code incident}, {@code certificate} and
 * {@code license}. {@code commandline} alone imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.runtime;

import org.jspecify.annotations.NullMarked;
