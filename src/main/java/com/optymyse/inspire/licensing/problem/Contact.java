package com.optymyse.inspire.licensing.problem;

import java.util.List;

/**
 * Whom to ask, as a page shows it.
 *
 * @param purpose what for
 * @param text the configured text
 */
record Contact(String purpose, String text) {

    static List<Contact> all(ContactConfig config) {
        return List.of(new Contact("Support", config.support()), new Contact("Renewal and sales", config.sales()));
    }

    /** Where the text leads as a link, or an empty text where it is neither an e-mail nor a web address. */
    public String link() {
        if (text.matches("https?://\\S+")) {
            return text;
        }
        return text.matches("[^@\\s]+@[^@\\s]+") ? "mailto:" + text : "";
    }
}
