package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.EntitlementObject;
import com.optymyse.inspire.licensing.certificate.LicenseObject;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription.Described;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription.Refused;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads a license and, page by page, its entitlements, with the license's own key and without touching it. */
final class DescribeCall {

    /** The most entitlements that the server puts on one page. */
    static final int PAGE_SIZE = 100;

    private final LicensingApi api;
    private final SignedCall call;
    private final LicenseKey key;
    private final Deadline deadline;

    DescribeCall(LicensingApi api, SignedCall call, LicenseKey key, Deadline deadline) {
        this.api = api;
        this.call = call;
        this.key = key;
        this.deadline = deadline;
    }

    /** How much of the description has come. */
    sealed interface Progress {

        record Complete(LicenseDescription description) implements Progress {}

        record Partial(Described soFar, int nextPage) implements Progress {}
    }

    Uni<CallResult<LicenseDescription>> describe() {
        return call.dated(deadline, account -> api.me(account, Requests.authorization(key)))
                .map(ResponseParser.by(response -> readLicense(response, key)))
                .chain(this::goOn);
    }

    private Uni<CallResult<LicenseDescription>> goOn(CallResult<Progress> result) {
        return switch (result) {
            case CallResult.Failed<Progress> failed -> Uni.createFrom().item(failed.cast());
            case CallResult.Signed<Progress>(Progress.Complete(LicenseDescription description), Instant at) ->
                Uni.createFrom().item(new CallResult.Signed<>(description, at));
            case CallResult.Signed<Progress>(Progress.Partial partial, Instant ignored) ->
                readPage(partial).chain(this::goOn);
        };
    }

    private Uni<CallResult<Progress>> readPage(Progress.Partial partial) {
        String license = Requests.pathSegment(partial.soFar().license().id());
        return call.dated(
                        deadline,
                        account -> api.entitlements(
                                account, Requests.authorization(key), license, partial.nextPage(), PAGE_SIZE))
                .map(ResponseParser.by(response -> readPage(response, partial)));
    }

    /** Reads the license of a key, still without its entitlements. */
    static CallResult<Progress> readLicense(VerifiedResponse response, LicenseKey key) throws MalformedDocument {
        if (response.status() != 200) {
            return refused(response);
        }
        License license = LicenseObject.of(response.document().path("data")).license();
        return key.equals(license.key())
                ? new CallResult.Signed<>(new Progress.Partial(new Described(license, Map.of()), 1), response.date())
                : ServerFault.untrusted("it describes the license of another key");
    }

    /** One page more of its entitlements; complete with the first page that is not full. */
    static CallResult<Progress> readPage(VerifiedResponse response, Progress.Partial partial) throws MalformedDocument {
        if (response.status() != 200) {
            return refused(response);
        }
        JsonNode data = response.document().path("data");
        if (!data.isArray()) {
            return ServerFault.notUnderstood(response.status());
        }
        Map<String, String> entitlements = new HashMap<>(partial.soFar().entitlements());
        for (JsonNode item : data) {
            EntitlementObject entitlement = EntitlementObject.of(item);
            entitlements.put(entitlement.code(), entitlement.name());
        }
        Described described = new Described(partial.soFar().license(), entitlements);
        return new CallResult.Signed<>(
                data.size() < PAGE_SIZE
                        ? new Progress.Complete(described)
                        : new Progress.Partial(described, partial.nextPage() + 1),
                response.date());
    }

    private static CallResult<Progress> refused(VerifiedResponse response) throws MalformedDocument {
        return MachineErrors.refusal(response.status(), response.errorCodes())
                .<CallResult<Progress>>map(refusal ->
                        new CallResult.Signed<>(new Progress.Complete(new Refused(refusal)), response.date()))
                .orElse(ServerFault.noVerdict(response.status(), response.errorCodes()));
    }
}
