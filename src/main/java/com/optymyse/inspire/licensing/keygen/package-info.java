/**
 * Adapter to the licensing server: its Keygen API over HTTP, and the signatures of its responses. Imports
 * {@code licensingserver}, whose port it implements, {@code proxy}, {@code incident}, {@code certificate} and
 * {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.keygen;

import org.jspecify.annotations.NullMarked;
