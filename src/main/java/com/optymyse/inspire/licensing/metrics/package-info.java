/**
 * Figures for an operator's monitoring, on the management port in Prometheus' format, and whether this replica is ready.
 * Imports {@code installation}, {@code audit} and {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.metrics;

import org.jspecify.annotations.NullMarked;
