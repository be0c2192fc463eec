/**
 * How the licensing server signs: its keys, the signatures of its answers, license and machine files, and the tokens
 * that stand in for an identity provider. Plain JDK cryptography; imports the JDK and Vert.x JSON alone.
 */
@NullMarked
package com.optymyse.inspire.licensing.sandbox.signing;

import org.jspecify.annotations.NullMarked;
