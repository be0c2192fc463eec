/**
 * What an operator does with the package beside running the service: look at a license file, verify the audit trail, migrate
 * and re-encrypt the database, give a copy of it a new identity. Imports {@code runtime}, {@code trust}, {@code postgres},
 * {@code activation}, {@code installation}, {@code audit}, {@code certificate} and {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.commandline;

import org.jspecify.annotations.NullMarked;
