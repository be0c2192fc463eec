/**
 * What this installation may do: the certificate it holds, the licensing server's last verdict, the latest times known and
 * the moment make its standing. The rules are pure; {@link CurrentInstallation} keeps their result in memory, and the port
 * {@link InstallationStore} keeps the state. Imports {@code audit}, {@code incident}, {@code certificate} and
 * {@code license}.
 */
@NullMarked
package com.optymyse.inspire.licensing.installation;

import org.jspecify.annotations.NullMarked;
