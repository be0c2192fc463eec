/**
 * What tests of several packages share: a real PostgreSQL, and fakes of the ports that pass the same contract tests as the
 * adapters do.
 */
@NullMarked
package com.optymyse.inspire.licensing.testing;

import org.jspecify.annotations.NullMarked;
