/**
 * Adapter to PostgreSQL: entities, sessions and transactions, the release rows, the audit trail, LISTEN and NOTIFY.
 * Imports {@code activation} and the packages inward of it, for the ports it implements; only {@code runtime} imports
 * it.
 */
@NullMarked
package com.optymyse.inspire.licensing.postgres;

import org.jspecify.annotations.NullMarked;
