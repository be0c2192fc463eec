package com.optymyse.inspire.licensing.license;

/**
 * Whom texts tell people to contact: names, e-mail addresses or web addresses.
 *
 * @param support who helps with technical trouble
 * @param sales who renews, extends and reinstates licenses
 */
public record Contacts(String support, String sales) {}
