package com.optymyse.inspire.licensing.license;

import org.jspecify.annotations.Nullable;

/**
 * Whom texts tell people to contact: names, e-mail addresses or web addresses.
 *
 * @param support who helps with technical trouble
 * @param sales who renews, extends and reinstates licenses
 * @param administrators who has the role Admin here; null where nobody says
 */
public record Contacts(
        String support, String sales, @Nullable String administrators) {}
