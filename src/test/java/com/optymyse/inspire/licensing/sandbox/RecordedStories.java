package com.optymyse.inspire.licensing.sandbox;

import static com.optymyse.inspire.licensing.sandbox.RecordedStory.before;
import static java.util.Map.entry;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The situations in which the calls were recorded, by story, and how the sandbox gets into them. */
final class RecordedStories {

    private static final String DEMO = "DEMO-ENTERPRISE";
    private static final String OTHER_MACHINE = "another-installation";

    static final Map<String, RecordedStory> BY_NAME = Map.ofEntries(
            entry(
                    "main",
                    RecordedStory.of(
                            List.of(DEMO),
                            before(7, (vendor, call) -> vendor.entitle(DEMO, 9)),
                            before(9, (vendor, call) -> vendor.act(DEMO, "suspend")),
                            before(10, (vendor, call) -> vendor.act(DEMO, "reinstate")))),
            entry("replace", RecordedStory.of(List.of(DEMO, "DEMO-ONLINE-ONLY"))),
            entry(
                    "refusals",
                    RecordedStory.of(
                            List.of(
                                    "NOBODY-SOLD-THIS",
                                    "DEMO-SUSPENDED",
                                    "DEMO-REVOKE",
                                    "DEMO-OTHER-PRODUCT",
                                    "DEMO-FULL",
                                    "DEMO-TOKEN",
                                    "DEMO-TOKEN",
                                    "DEMO-BANNED"),
                            before(4, (vendor, call) -> vendor.act("DEMO-REVOKE", "expire")))),
            entry(
                    "server_side_changes",
                    RecordedStory.of(
                            List.of(DEMO),
                            before(1, (vendor, call) -> vendor.act(DEMO, "renew")),
                            before(5, (vendor, call) -> vendor.removeSeats(DEMO)),
                            before(12, (vendor, call) -> vendor.act(DEMO, "renew")),
                            before(14, (vendor, call) -> vendor.act(DEMO, "expire")),
                            before(16, (vendor, call) -> vendor.patch(DEMO, new JsonObject().putNull("expiry"))),
                            before(18, (vendor, call) -> vendor.move(DEMO, "DEMO-ONLINE-ONLY")),
                            before(20, (vendor, call) -> vendor.move(DEMO, "DEMO-OTHER-PRODUCT")),
                            before(21, (vendor, call) -> vendor.delete(DEMO)))),
            entry("suspended_release", RecordedStory.of(List.of(DEMO), before(5, (vendor, call) -> {
                vendor.seat(DEMO, RecordedCall.FINGERPRINT, call.lastOfPath());
                vendor.act(DEMO, "suspend");
            }))),
            entry(
                    "policy-node-locked",
                    RecordedStory.of(
                            List.of("DEMO-STARTER"),
                            before(
                                    1,
                                    (vendor, call) ->
                                            vendor.patch("DEMO-STARTER", new JsonObject().putNull("expiry"))))),
            entry("policy-node-locked-strict", RecordedStory.of(List.of("DEMO-STARTER"), before(1, (vendor, call) -> {
                vendor.patch("DEMO-STARTER", new JsonObject().putNull("expiry"));
                vendor.patchPolicy("DEMO-STARTER", new JsonObject().put("strict", true));
            }))),
            entry(
                    "policy-check-in-daily",
                    RecordedStory.of(
                            List.of("DEMO-CHECK-IN", "DEMO-CHECK-IN"),
                            before(2, (vendor, call) -> vendor.validate("DEMO-CHECK-IN")))),
            entry(
                    "checkin",
                    RecordedStory.of(
                            List.of("DEMO-CHECK-IN"),
                            before(1, (vendor, call) -> vendor.checkIn("DEMO-CHECK-IN")),
                            before(9, (vendor, call) -> vendor.daysPass(31)))),
            entry(
                    "moved-heartbeat",
                    RecordedStory.of(
                            List.of(DEMO, "DEMO-ONLINE-ONLY"),
                            before(5, (vendor, call) -> moved(vendor, DEMO, "DEMO-HEARTBEAT")),
                            before(11, (vendor, call) -> moved(vendor, "DEMO-ONLINE-ONLY", "DEMO-HEARTBEAT")))),
            entry("moved-strict-none", RecordedStory.of(List.of(DEMO), before(5, (vendor, call) -> {
                vendor.patchPolicy("DEMO-FULL", new JsonObject().put("strict", true));
                moved(vendor, DEMO, "DEMO-FULL");
            }))),
            entry(
                    "moved-token-only",
                    RecordedStory.of(List.of(DEMO), before(6, (vendor, call) -> moved(vendor, DEMO, "DEMO-TOKEN")))),
            entry("replace-UNIQUE_PER_POLICY", unique("UNIQUE_PER_POLICY")),
            entry("replace-UNIQUE_PER_PRODUCT", unique("UNIQUE_PER_PRODUCT")),
            entry(
                    "odd_values",
                    RecordedStory.of(
                            List.of(DEMO),
                            before(1, (vendor, call) -> vendor.entitle(DEMO, 10)),
                            before(5, (vendor, call) -> vendor.entitle(DEMO, 130)))),
            entry("limited", RecordedStory.of(List.of(DEMO), before(13, (vendor, call) -> vendor.limitRate()))));

    private RecordedStories() {}

    /** Both seats of a license are taken, then it is moved to the policy of another. */
    private static void moved(VendorSide vendor, String key, String other) throws Exception {
        vendor.seat(key, RecordedCall.FINGERPRINT, UUID.randomUUID().toString());
        vendor.seat(key, OTHER_MACHINE, UUID.randomUUID().toString());
        vendor.move(key, other);
    }

    /** A fingerprint that one license has is asked for by another. */
    private static RecordedStory unique(String strategy) {
        return RecordedStory.of(List.of("DEMO-UNIQUE-B"), before(6, (vendor, call) -> {
            vendor.patchPolicy("DEMO-UNIQUE-A", new JsonObject().put("machineUniquenessStrategy", strategy));
            vendor.seat(
                    "DEMO-UNIQUE-A", RecordedCall.FINGERPRINT, UUID.randomUUID().toString());
        }));
    }
}
