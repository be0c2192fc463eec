/**
 * Trains the JVM of the service while its image is built: starts the service with a PostgreSQL, an identity provider and a
 * licensing server on 127.0.0.1, and sends it the requests of a start. A program of its own, in no package of the service.
 */
@NullMarked
package com.optymyse.inspire.licensing.training;

import org.jspecify.annotations.NullMarked;
