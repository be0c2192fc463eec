/**
 * What a license is and says: key, status, limits, entitlements, what the licensing server said of it, and the refusals that
 * an admin or a service can meet. Values and rules in plain Java. Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.license;

import org.jspecify.annotations.NullMarked;
