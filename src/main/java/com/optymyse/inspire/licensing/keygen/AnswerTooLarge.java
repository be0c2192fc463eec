package com.optymyse.inspire.licensing.keygen;

import java.io.IOException;

/** An answer was broken off because of its size. */
final class AnswerTooLarge extends IOException {

    /** The most bytes that an answer may have. */
    static final int LIMIT = 1 << 20;

    private static final long serialVersionUID = 1L;
}
