package com.optymyse.inspire.licensing.installation;

import java.util.Optional;

/**
 * What one read of the store brings.
 *
 * @param stored the state
 * @param present whether it is certainly the present state; a server that can only be read may not know the latest one
 * @param lease the lease, while somebody holds it and has told what for
 */
public record StoreRead(StoredInstallation stored, boolean present, Optional<HeldLease> lease) {}
