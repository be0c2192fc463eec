/**
 * Figures for an operator's monitoring, on the management port in Prometheus' format, and whether this replica is ready.
 * They are read from memory, so that they cost nothing and go on while the database is away. Imports {@code installation},
 * {@code audit} and {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.metrics;

import org.jspecify.annotations.NullMarked;
