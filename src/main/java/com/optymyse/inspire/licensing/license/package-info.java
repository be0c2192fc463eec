/**
 * What a license is and says: key, status, limits, entitlements, what the licensing server said of it, and the refusals that
 * an admin or a service can meet. Values and rules in plain Java. Beside them is what all packages need: the digest SHA-256,
 * the words of constants, how far clocks may differ, characters that nobody sees, and which errors are this service's own.
 * Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.license;

import org.jspecify.annotations.NullMarked;
