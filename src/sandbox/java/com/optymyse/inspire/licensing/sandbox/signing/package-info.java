/**
 * How the licensing server signs: its keys, the signatures of its responses, license and machine files, and the tokens
 * that stand in for an identity provider. Imports nothing of ours.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.signing;

import org.jspecify.annotations.NullMarked;
