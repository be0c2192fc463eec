package com.optymyse.inspire.licensing.certificate;

import java.util.Base64;

/** Base64 in the one spelling that the vendor writes: padded, nothing between, no bit that the bytes don't need. */
final class StrictBase64 {

    private StrictBase64() {}

    /**
     * @param name what the text is, for the refusal
     * @throws MalformedDocument when encoding the bytes again does not give the same text
     */
    static byte[] decode(String text, String name) throws MalformedDocument {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // The sentence below says it.
        }
        throw new MalformedDocument("The " + name + " is not in strict base64.");
    }
}
