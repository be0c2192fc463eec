/**
 * Adapter to the licensing server: its Keygen API over HTTP, with the signature of every answer verified before a word
 * of it counts. Imports {@code activation}, whose port it implements, and the packages inward of it; only
 * {@code runtime} imports it.
 */
@NullMarked
package com.optymyse.inspire.licensing.keygen;

import org.jspecify.annotations.NullMarked;
