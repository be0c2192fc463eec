/**
 * A licensing server for development and tests: it speaks the used part of the Keygen API, signs with keys of its own, and
 * can be told to misbehave. It runs inside dev mode or alone. It imports nothing of the service and nothing of the service
 * imports it, so that a mistake on one side is not repeated on the other; a package built with {@code -Drelease} has none of
 * it. Imports {@code api}, {@code control}, {@code state} and {@code signing}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox;

import org.jspecify.annotations.NullMarked;
