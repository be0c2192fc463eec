package com.optymyse.inspire.licensing.training;

import java.io.Serial;

/** The training went wrong; the message says where. */
final class TrainingFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    TrainingFailed(String message) {
        super(message);
    }
}
