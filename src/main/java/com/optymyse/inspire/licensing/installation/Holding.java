package com.optymyse.inspire.licensing.installation;

/** The license that the store has for this installation. */
public sealed interface Holding permits Holding.None, Holding.Unreadable, HeldLicense {

    /** No license is held. */
    record None() implements Holding {}

    /** A license is stored, but its row does not open: it was changed by another hand than this service's. */
    record Unreadable() implements Holding {}
}
