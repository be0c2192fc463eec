/**
 * A licensing server for development and tests, which signs its answers with keys of its own. It imports nothing of the
 * service and nothing of the service imports it, so that a mistake on one side is not repeated on the other; a package
 * built with {@code -Drelease} has none of it.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox;

import org.jspecify.annotations.NullMarked;
