/**
 * What Inspire's other services ask: views of the current installation over REST, OFREP, a stream and a signed token.
 * Imports {@code installation} and {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.entitlement;

import org.jspecify.annotations.NullMarked;
