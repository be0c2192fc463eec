/**
 * What an admin does with a license: activate, preview, re-validate, deactivate, and the release of seats that follows.
 * Imports {@code installation} and the packages inward of it; what speaks with the licensing server implements this
 * package's port.
 */
@NullMarked
package com.optymyse.inspire.licensing.activation;

import org.jspecify.annotations.NullMarked;
