/**
 * Signed license and machine files: read, verified, decrypted, and turned into a value that only verification can make.
 * Imports {@code license}, the JDK and Jackson's core and databind; knows no network, no database and no Quarkus.
 */
@NullMarked
package com.optymyse.inspire.licensing.certificate;

import org.jspecify.annotations.NullMarked;
