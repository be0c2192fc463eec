/**
 * Filters that complete the API description during the build. Imports what they describe: {@code problem},
 * {@code installation}, {@code licensingserver}, {@code audit} and {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.openapi;

import org.jspecify.annotations.NullMarked;
