package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.testing.RawRequest;
import java.net.URI;

/** A request over HTTP/2 whose header goes on in empty CONTINUATION frames (RFC 9113, section 6.10). */
final class ContinuationFlood {

    /** The text in Netty's GOAWAY frame. */
    static final String CALM_DOWN = "continuations frames";

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";
    private static final String HEADERS = "\0\0\0\1\0\0\0\0\1";
    private static final String CONTINUATION = "\0\0\0\t\0\0\0\0\1";
    private static final int FRAMES = 20_000;

    private ContinuationFlood() {}

    /** Sends it, or as much of it as the server takes. */
    static RawRequest begin(URI server) {
        RawRequest request = RawRequest.begin(server, PREFACE + SETTINGS + HEADERS);
        request.send(CONTINUATION.repeat(FRAMES));
        return request;
    }
}
