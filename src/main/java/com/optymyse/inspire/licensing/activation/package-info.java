/**
 * What an admin does with a license: activate, re-validate, deactivate, and the release of seats that follows. Imports
 * {@code licensingserver}, {@code installation}, {@code audit}, {@code incident}, {@code certificate} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.activation;

import org.jspecify.annotations.NullMarked;
