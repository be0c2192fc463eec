/**
 * The audit trail: its entries, the port that stores them, its verification and the log line of each operation. Imports
 * {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.audit;

import org.jspecify.annotations.NullMarked;
