package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.license.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Limits the open streams: how many in all, and how many for the tokens of one subject. */
final class ConnectionSlots {

    /** The subject of all who show no token. */
    static final String WITHOUT_TOKEN = "";

    /** When a refused client may try again. It is a guess, because clients stay connected. */
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final int all;
    private final int ofOneSubject;
    private final Map<String, Integer> taken = new HashMap<>();
    private int count;

    ConnectionSlots(int all, int ofOneSubject) {
        this.all = all;
        this.ofOneSubject = ofOneSubject;
    }

    static ConnectionSlots of(StreamConfig config) {
        int half = (config.listeners() + 1) / 2;
        return new ConnectionSlots(
                config.listeners(), config.listenersPerSubject().orElse(half));
    }

    /**
     * Takes a place.
     *
     * @throws Refusal when there is none left, in all or for this subject
     */
    synchronized void take(String subject) {
        if (count >= all) {
            throw Refusal.tooManyRequests("Too many clients listen for changes already. Try again later.", A_WHILE);
        }
        int held = taken.getOrDefault(subject, 0);
        if (held >= ofOneSubject) {
            throw Refusal.tooManyRequests(
                    (subject.equals(WITHOUT_TOKEN) ? "Clients without a token" : "Clients with tokens of this subject")
                            + " hold all " + ofOneSubject
                            + " connections that they may have (licensing.stream.listeners-per-subject). Close unused"
                            + " connections, and try again.",
                    A_WHILE);
        }
        taken.put(subject, held + 1);
        count++;
    }

    synchronized void giveBack(String subject) {
        int others = taken.getOrDefault(subject, 1) - 1;
        if (others == 0) {
            taken.remove(subject);
        } else {
            taken.put(subject, others);
        }
        count--;
    }

    /** How many are taken. */
    synchronized int count() {
        return count;
    }
}
