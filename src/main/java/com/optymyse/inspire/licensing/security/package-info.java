/**
 * Who calls: access tokens verified and cached, the identity provider's key sets, and the roles that claims are mapped to.
 * Imports {@code problem}, {@code entitlement}, {@code proxy}, {@code logging}, {@code incident}, {@code certificate} and
 * {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.security;

import org.jspecify.annotations.NullMarked;
