/** An application to compare the service's start with: the same extensions, and nothing to do. */
@NullMarked
package com.optymyse.inspire.licensing.benchmark;

import org.jspecify.annotations.NullMarked;
