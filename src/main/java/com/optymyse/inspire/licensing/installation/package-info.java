/**
 * What this installation may do: the certificate it holds, the licensing server's last verdict, the latest times known and
 * the moment make its standing. {@link CurrentInstallation} keeps the standing in memory, and the port
 * {@link InstallationStore} keeps the state. Imports {@code audit}, {@code incident}, {@code certificate} and
 * {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.installation;

import org.jspecify.annotations.NullMarked;
