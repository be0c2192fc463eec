/** What is shipped in {@code docker/}, started as an operator starts it, and used from outside. */
@NullMarked
package com.optymyse.inspire.licensing.topology;

import org.jspecify.annotations.NullMarked;
