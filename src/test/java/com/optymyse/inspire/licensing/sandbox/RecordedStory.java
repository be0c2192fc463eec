package com.optymyse.inspire.licensing.sandbox;

import static java.util.Map.entry;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A story of recorded calls, put on with the sandbox's demo licenses.
 *
 * @param cast the demo licenses, in the order in which the recorded license keys come up
 * @param before what happens at the vendor before the call of a number
 */
record RecordedStory(List<String> cast, Map<Integer, Step> before) {

    private static final String DEMO = "DEMO-ENTERPRISE";
    private static final String OTHER_MACHINE = "another-installation";

    /** Something that happens at the vendor before a call. */
    interface Step {
        void take(VendorSide vendor, RecordedCall call) throws Exception;
    }

    /** A call that was played: what was recorded, and what the sandbox answered. */
    record Played(RecordedCall recorded, String key, SandboxClient.Reply reply) {

        @Override
        public String toString() {
            return recorded.file();
        }
    }

    private static final Map<String, RecordedStory> STORIES = Map.ofEntries(
            entry(
                    "main",
                    of(
                            List.of(DEMO),
                            entry(7, (vendor, call) -> vendor.entitle(DEMO, 9)),
                            entry(9, (vendor, call) -> vendor.act(DEMO, "suspend")),
                            entry(10, (vendor, call) -> vendor.act(DEMO, "reinstate")))),
            entry("replace", of(List.of(DEMO, "DEMO-ONLINE-ONLY"))),
            entry(
                    "refusals",
                    of(
                            List.of(
                                    "NOBODY-SOLD-THIS",
                                    "DEMO-SUSPENDED",
                                    "DEMO-REVOKE",
                                    "DEMO-OTHER-PRODUCT",
                                    "DEMO-FULL",
                                    "DEMO-TOKEN",
                                    "DEMO-TOKEN",
                                    "DEMO-BANNED"),
                            entry(4, (vendor, call) -> vendor.act("DEMO-REVOKE", "expire")))),
            entry(
                    "server_side_changes",
                    of(
                            List.of(DEMO),
                            entry(1, (vendor, call) -> vendor.act(DEMO, "renew")),
                            entry(5, (vendor, call) -> vendor.removeSeats(DEMO)),
                            entry(12, (vendor, call) -> vendor.act(DEMO, "renew")),
                            entry(14, (vendor, call) -> vendor.act(DEMO, "expire")),
                            entry(16, (vendor, call) -> vendor.patch(DEMO, new JsonObject().putNull("expiry"))),
                            entry(18, (vendor, call) -> vendor.move(DEMO, "DEMO-ONLINE-ONLY")),
                            entry(20, (vendor, call) -> vendor.move(DEMO, "DEMO-OTHER-PRODUCT")),
                            entry(21, (vendor, call) -> vendor.delete(DEMO)))),
            entry("suspended_release", of(List.of(DEMO), entry(5, (vendor, call) -> {
                vendor.seat(DEMO, RecordedCall.FINGERPRINT, call.lastOfPath());
                vendor.act(DEMO, "suspend");
            }))),
            entry(
                    "policy-node-locked",
                    of(
                            List.of("DEMO-STARTER"),
                            entry(
                                    1,
                                    (vendor, call) ->
                                            vendor.patch("DEMO-STARTER", new JsonObject().putNull("expiry"))))),
            entry("policy-node-locked-strict", of(List.of("DEMO-STARTER"), entry(1, (vendor, call) -> {
                vendor.patch("DEMO-STARTER", new JsonObject().putNull("expiry"));
                vendor.patchPolicy("DEMO-STARTER", new JsonObject().put("strict", true));
            }))),
            entry(
                    "policy-check-in-daily",
                    of(
                            List.of("DEMO-CHECK-IN", "DEMO-CHECK-IN"),
                            entry(2, (vendor, call) -> vendor.validate("DEMO-CHECK-IN")))),
            entry(
                    "checkin",
                    of(
                            List.of("DEMO-CHECK-IN"),
                            entry(1, (vendor, call) -> vendor.checkIn("DEMO-CHECK-IN")),
                            entry(9, (vendor, call) -> vendor.daysPass(31)))),
            entry(
                    "moved-heartbeat",
                    of(
                            List.of(DEMO, "DEMO-ONLINE-ONLY"),
                            entry(5, (vendor, call) -> moved(vendor, DEMO, "DEMO-HEARTBEAT")),
                            entry(11, (vendor, call) -> moved(vendor, "DEMO-ONLINE-ONLY", "DEMO-HEARTBEAT")))),
            entry("moved-strict-none", of(List.of(DEMO), entry(5, (vendor, call) -> {
                vendor.patchPolicy("DEMO-FULL", new JsonObject().put("strict", true));
                moved(vendor, DEMO, "DEMO-FULL");
            }))),
            entry("moved-token-only", of(List.of(DEMO), entry(6, (vendor, call) -> moved(vendor, DEMO, "DEMO-TOKEN")))),
            entry("replace-UNIQUE_PER_POLICY", unique("UNIQUE_PER_POLICY")),
            entry("replace-UNIQUE_PER_PRODUCT", unique("UNIQUE_PER_PRODUCT")),
            entry(
                    "odd_values",
                    of(
                            List.of(DEMO),
                            entry(1, (vendor, call) -> vendor.entitle(DEMO, 10)),
                            entry(5, (vendor, call) -> vendor.entitle(DEMO, 130)))),
            entry("limited", of(List.of(DEMO), entry(13, (vendor, call) -> vendor.limitRate()))));

    /** The names of all stories. */
    static Set<String> names() {
        return STORIES.keySet();
    }

    static RecordedStory named(String name) {
        return STORIES.get(name);
    }

    /** Plays the calls of this story from its beginning. */
    List<Played> play(SandboxClient sandbox, List<RecordedCall> calls) throws Exception {
        sandbox.reset();
        List<Played> played = new ArrayList<>();
        List<String> keys = calls.stream().map(RecordedCall::key).distinct().toList();
        for (RecordedCall call : calls) {
            Step step = before.get(call.number());
            if (step != null) {
                step.take(new VendorSide(sandbox), call);
            }
            String key = cast.get(keys.indexOf(call.key()));
            played.add(new Played(call, key, sandbox.call(call.to(sandbox, key))));
        }
        return played;
    }

    @SafeVarargs
    private static RecordedStory of(List<String> cast, Map.Entry<Integer, Step>... before) {
        return new RecordedStory(cast, Map.ofEntries(before));
    }

    /** Both seats of a license are taken, then it is moved to the policy of another. */
    private static void moved(VendorSide vendor, String key, String other) throws Exception {
        vendor.seat(key, RecordedCall.FINGERPRINT, UUID.randomUUID().toString());
        vendor.seat(key, OTHER_MACHINE, UUID.randomUUID().toString());
        vendor.move(key, other);
    }

    /** A fingerprint that one license has is asked for by another. */
    private static RecordedStory unique(String strategy) {
        return of(List.of("DEMO-UNIQUE-B"), entry(6, (vendor, call) -> {
            vendor.patchPolicy("DEMO-UNIQUE-A", new JsonObject().put("machineUniquenessStrategy", strategy));
            vendor.seat(
                    "DEMO-UNIQUE-A", RecordedCall.FINGERPRINT, UUID.randomUUID().toString());
        }));
    }
}
