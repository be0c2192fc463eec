/**
 * The REST interface for admins: activation, status, history and the releases that wait, with their JSON, their examples and
 * the limits for one caller. Imports {@code activation}, {@code audit}, {@code installation}, {@code certificate} and
 * {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.admin;

import org.jspecify.annotations.NullMarked;
