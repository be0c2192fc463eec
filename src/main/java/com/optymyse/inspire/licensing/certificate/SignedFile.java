package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A license or machine file taken apart, nothing of it verified.
 *
 * @param kind what it says it is
 * @param text the file in the vendor's spelling: lines end in LF, the last one too, nothing stands around them
 * @param enc the payload as it stands in the file
 * @param sig the signature in strict base64
 * @param encoding how the payload stands in the file
 * @param algorithm how the file says it is signed
 */
record SignedFile(
        CertificateKind kind,
        String text,
        String enc,
        String sig,
        PayloadEncoding encoding,
        SignatureAlgorithm algorithm) {

    /**
     * The longest file accepted, in characters. An entitlement takes 600 bytes of a real file's content, and twice as many
     * characters once it is encrypted and encoded twice: so that 1,000 of them fit well, and 1,000 with the longest codes
     * just about.
     */
    static final int MAX_LENGTH = 2 * 1024 * 1024;

    /** Reads a file as people paste it; what the way of copying did to it is undone, and nothing else. */
    static SignedFile parse(String pasted) throws MalformedDocument {
        if (pasted.length() > MAX_LENGTH) {
            throw new MalformedDocument("It is longer than " + MAX_LENGTH + " characters.");
        }
        FileText file = FileText.read(pasted);
        String text = file.written();
        // It is what is stored and read again. A file that was pasted in one line has its line ends back, and so is
        // longer.
        if (text.length() > MAX_LENGTH) {
            throw new MalformedDocument("With its line ends it is longer than " + MAX_LENGTH + " characters.");
        }
        JsonFields envelope = new JsonFields(content(file), "file");
        if (envelope.node().size() != 3) {
            throw new MalformedDocument("Its content is not the three fields enc, sig and alg.");
        }
        String sig = envelope.text("sig");
        StrictBase64.decode(sig, "signature");
        String[] alg = envelope.text("alg").split("\\+", 2);
        return of(file.kind(), text, envelope.text("enc"), sig, alg[0], alg[alg.length - 1]);
    }

    private static JsonNode content(FileText file) throws MalformedDocument {
        try {
            return StrictJson.readObject(file.content());
        } catch (MalformedDocument damaged) {
            throw new MalformedDocument("Its content is damaged: a part of it may be missing or changed.");
        }
    }

    /** What the vendor signed. */
    byte[] signedBytes() {
        return (kind.signedPrefix() + enc).getBytes(StandardCharsets.UTF_8);
    }

    /** The signature. */
    byte[] signature() {
        return Base64.getDecoder().decode(sig);
    }

    private static SignedFile of(
            CertificateKind kind, String text, String enc, String sig, String encoding, String algorithm)
            throws MalformedDocument {
        try {
            return new SignedFile(
                    kind,
                    text,
                    enc,
                    sig,
                    PayloadEncoding.ofWireName(encoding),
                    SignatureAlgorithm.ofWireName(algorithm));
        } catch (IllegalArgumentException unknown) {
            throw new MalformedDocument("It names an algorithm that does not exist.");
        }
    }
}
