/**
 * Adapter to the licensing server: its Keygen API over HTTP, with the signature of every response verified before a word of it
 * counts. Imports {@code licensingserver}, whose port it implements, {@code proxy}, {@code incident}, {@code certificate}
 * and {@code license}. Nothing imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.keygen;

import org.jspecify.annotations.NullMarked;
