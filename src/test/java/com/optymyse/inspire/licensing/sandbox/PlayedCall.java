package com.optymyse.inspire.licensing.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A recorded call that was made to the sandbox, and what the sandbox answered. */
record PlayedCall(RecordedCall recorded, String key, SandboxClient.Reply reply) {

    /** The traits that one of the two answers has alone. */
    Set<String> differences() {
        Set<String> differences = new TreeSet<>();
        addMissing("server: ", recorded.traits(), traits(), differences);
        addMissing("sandbox: ", traits(), recorded.traits(), differences);
        return differences;
    }

    private Set<String> traits() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reply.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return AnswerTraits.of(reply.status(), headers, reply.body(), key + RecordedCall.FINGERPRINT);
    }

    private static void addMissing(String whose, Set<String> own, Set<String> others, Set<String> differences) {
        own.stream().filter(trait -> !others.contains(trait)).forEach(trait -> differences.add(whose + trait));
    }

    @Override
    public String toString() {
        return recorded.file();
    }
}
