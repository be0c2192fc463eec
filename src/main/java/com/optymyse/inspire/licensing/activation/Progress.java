package com.optymyse.inspire.licensing.activation;

/** How far an activation has come. */
final class Progress {

    private volatile boolean seatReserved;

    /** From now on the licensing server may have given this installation a seat. */
    void seatReserved() {
        seatReserved = true;
    }

    boolean hasReservedASeat() {
        return seatReserved;
    }
}
