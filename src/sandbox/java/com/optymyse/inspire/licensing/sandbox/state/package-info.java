/**
 * What the sandbox remembers: licenses, machines, faults, the record of calls and the offset of its clock, all of it one
 * immutable value that can be written as JSON and read again. Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.state;

import org.jspecify.annotations.NullMarked;
