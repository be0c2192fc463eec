/**
 * The used part of the licensing server's API: who may call, what each call does and answers, and how the answer is
 * signed or, where a fault is in force, spoiled. Imports the sandbox's state and signing, and Vert.x Web.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.api;

import org.jspecify.annotations.NullMarked;
