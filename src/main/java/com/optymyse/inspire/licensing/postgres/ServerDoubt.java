package com.optymyse.inspire.licensing.postgres;

/** Why the connections of a pool may not work any more. */
enum ServerDoubt {
    /** A statement had no answer, although a server that lives would have ended it long ago. */
    UNANSWERED,
    /** The server can only be read: it is a standby, or has become one. */
    READ_ONLY
}
