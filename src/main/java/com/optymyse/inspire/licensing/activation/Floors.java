package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What keeps an older certificate of a license from counting once a newer one was held. */
final class Floors {

    private Floors() {}

    /** The floors once a certificate is held; an older one that an admin acknowledged lowers its license's floor. */
    static Map<String, Instant> with(Map<String, Instant> floors, Certificate certificate) {
        Map<String, Instant> next = new HashMap<>(floors);
        next.put(certificate.license().id(), certificate.issuedAt());
        return next;
    }
}
