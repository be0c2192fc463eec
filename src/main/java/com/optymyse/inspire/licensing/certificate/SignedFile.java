package com.optymyse.inspire.licensing.certificate;

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

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int COLUMNS = 60;

    /**
     * Reads a file as people paste it: a byte order mark, white space around it, another kind of line ends and a missing
     * last one are let pass, nothing else.
     */
    static SignedFile parse(String pasted) throws MalformedDocument {
        if (pasted.length() > MAX_LENGTH) {
            throw new MalformedDocument("It is longer than " + MAX_LENGTH + " characters.");
        }
        String text = normalized(pasted);
        CertificateKind kind = kindOf(text);
        JsonFields envelope = new JsonFields(StrictJson.readObject(body(kind, text)), "file");
        if (envelope.node().size() != 3) {
            throw new MalformedDocument("Its content is not the three fields enc, sig and alg.");
        }
        String sig = envelope.text("sig");
        StrictBase64.decode(sig, "signature");
        String[] alg = envelope.text("alg").split("\\+", 2);
        return of(kind, text, envelope.text("enc"), sig, alg[0], alg[alg.length - 1]);
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

    private static String normalized(String pasted) {
        String text = pasted.startsWith(BYTE_ORDER_MARK) ? pasted.substring(BYTE_ORDER_MARK.length()) : pasted;
        return text.strip().replace("\r\n", "\n").replace('\r', '\n') + "\n";
    }

    private static CertificateKind kindOf(String text) throws MalformedDocument {
        for (CertificateKind kind : CertificateKind.values()) {
            if (text.startsWith(kind.beginLine() + "\n") && text.endsWith("\n" + kind.endLine() + "\n")) {
                return kind;
            }
        }
        throw new MalformedDocument("It does not begin and end with the lines " + CertificateKind.LICENSE.beginLine()
                + " and " + CertificateKind.LICENSE.endLine() + ", or the same of a MACHINE FILE.");
    }

    private static byte[] body(CertificateKind kind, String text) throws MalformedDocument {
        String lines = text.substring(
                kind.beginLine().length(), text.length() - kind.endLine().length() - 1);
        byte[] content = StrictBase64.decode(lines.replace("\n", ""), "text between its first and last line");
        if (!written(kind, content).equals(text)) {
            throw new MalformedDocument("Its lines are not the ones that the vendor wrote.");
        }
        return content;
    }

    /** The file as the vendor writes it. Nothing else passes, so that one content has one file. */
    private static String written(CertificateKind kind, byte[] content) {
        String lines = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content);
        return kind.beginLine() + "\n" + lines + "\n" + kind.endLine() + "\n";
    }
}
