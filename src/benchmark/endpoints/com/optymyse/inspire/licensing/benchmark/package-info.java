/** What a measured answer is compared with. In no package but the one that is measured. */
@NullMarked
package com.optymyse.inspire.licensing.benchmark;

import org.jspecify.annotations.NullMarked;
