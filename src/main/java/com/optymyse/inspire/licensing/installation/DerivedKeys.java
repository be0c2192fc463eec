package com.optymyse.inspire.licensing.installation;

import java.util.List;
import javax.crypto.SecretKey;

/** Keys for purposes of their own, which every replica derives alike from the one secret of the installation. */
public interface DerivedKeys {

    /**
     * The keys for a purpose: one for each key of the secret, in the same order. The first is to be used; what any of them
     * made counts, because replicas do not rotate their secrets at the same moment.
     *
     * @param purpose a label that no other purpose has
     */
    List<SecretKey> derive(String purpose);
}
