/**
 * What an admin does with a license: activate, re-validate, deactivate, and the release of seats that follows. The
 * decisions are pure functions of what the licensing server said; the port {@link LicensingServer} is how it is asked.
 * May import {@code installation} and inwards, never {@code entitlement} or an adapter.
 */
@NullMarked
package com.optymyse.inspire.licensing.activation;

import org.jspecify.annotations.NullMarked;
