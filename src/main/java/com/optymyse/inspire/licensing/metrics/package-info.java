/**
 * Figures for an operator's monitoring, on the management port in Prometheus' format. They are read from memory, so that
 * they cost nothing and go on while the database is away. Imports {@code installation} and inwards; nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.metrics;

import org.jspecify.annotations.NullMarked;
