/**
 * Adapter to PostgreSQL: entities, sessions and transactions, the release rows, the audit trail, LISTEN and NOTIFY, the
 * migrations, and the encryption of what is stored. Imports {@code installation} and {@code audit}, whose ports it
 * implements, {@code incident} and {@code license}. {@code commandline} alone imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.postgres;

import org.jspecify.annotations.NullMarked;
