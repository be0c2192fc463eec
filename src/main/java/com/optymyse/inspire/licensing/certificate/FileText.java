package com.optymyse.inspire.licensing.certificate;

import java.util.Base64;
import java.util.Optional;

/**
 * The content of a license file's text. It undoes what mail, chats, terminals, spreadsheets and the server's own response
 * may do to the text. Only the frame and the outer base64 are read leniently. What the base64 decodes to is left as it is,
 * so that one content has one file, however it was pasted.
 *
 * @param kind what its frame says it is
 * @param base64 the text between the frame's lines, in strict base64 without line ends
 */
record FileText(CertificateKind kind, String base64) {

    private static final int COLUMNS = 60;

    /**
     * Finds the one file in a text: as the vendor wrote it, re-wrapped, indented or quoted, in the JSON that the server sends
     * to a check-out, or in base64 once more.
     *
     * @param pasted any text
     * @throws MalformedDocument saying what the text is, or what has happened to it
     */
    static FileText read(String pasted) throws MalformedDocument {
        String text = PastedFile.tidied(pasted);
        Optional<String> answered = CheckOutResponse.certificate(text);
        if (answered.isPresent()) {
            return block(PastedFile.tidied(answered.get()));
        }
        return block(Frame.hasAny(text) ? text : PastedFile.decodedOnce(text).orElse(text));
    }

    /** What is between the frame's lines. */
    byte[] content() {
        return Base64.getDecoder().decode(base64);
    }

    /** The file as the vendor writes it: lines of 60 characters that end in LF, the last one too. */
    String written() {
        String lines = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content());
        return kind.beginLine() + "\n" + lines + "\n" + kind.endLine() + "\n";
    }

    private static FileText block(String text) throws MalformedDocument {
        Frame frame = Frame.find(text);
        String body = text.substring(frame.begin(), frame.end());
        DamagedText.requireNone(body);
        String base64 = PastedFile.bodyOf(body);
        StrictBase64.decode(base64, "text between its first and last line");
        return new FileText(frame.kind(), base64);
    }
}
