/** An application to compare the service's start with: the same extensions, a pool and one session. */
@NullMarked
package com.optymyse.inspire.licensing.benchmark;

import org.jspecify.annotations.NullMarked;
