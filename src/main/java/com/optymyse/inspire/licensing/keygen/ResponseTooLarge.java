package com.optymyse.inspire.licensing.keygen;

import java.io.IOException;

/** A response was broken off because of its size. */
final class ResponseTooLarge extends IOException {

    /** The most bytes that a response may have: a file of the greatest length in JSON, and what stands around it. */
    static final int LIMIT = 3 * 1024 * 1024;

    private static final long serialVersionUID = 1L;
}
