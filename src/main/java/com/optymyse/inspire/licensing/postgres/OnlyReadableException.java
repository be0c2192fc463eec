package com.optymyse.inspire.licensing.postgres;

import java.io.IOException;

/** There are servers, but none of them can write. */
final class OnlyReadableException extends IOException {

    private static final long serialVersionUID = 1L;

    OnlyReadableException() {
        super("no server can write");
    }
}
