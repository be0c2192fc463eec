package com.optymyse.inspire.licensing.certificate;

import java.util.Base64;

/** Base64 only in the form that the vendor writes: padded, without other characters, and with all unused bits zero. */
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
