/**
 * The used part of the licensing server's API: who may call, what each call does and brings, and how its response is
 * signed or, where a fault is in force, spoiled. Imports {@code state} and {@code signing}.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.api;

import org.jspecify.annotations.NullMarked;
