/**
 * What only real processes can show: released packages that run beside each other against one PostgreSQL and one licensing
 * server, are killed in the middle of an operation and started again. All of it is tagged "thorough".
 */
@NullMarked
package com.optymyse.inspire.licensing.processes;

import org.jspecify.annotations.NullMarked;
