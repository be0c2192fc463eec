package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.EntitlementObject;
import com.optymyse.inspire.licensing.certificate.LicenseObject;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Genuine;
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
    private final SignedCall exchange;
    private final LicenseKey key;
    private final Deadline deadline;

    DescribeCall(LicensingApi api, SignedCall exchange, LicenseKey key, Deadline deadline) {
        this.api = api;
        this.exchange = exchange;
        this.key = key;
        this.deadline = deadline;
    }

    /** How far the reading is. */
    sealed interface Progress {

        record Complete(LicenseDescription description) implements Progress {}

        record Partial(Described soFar, int nextPage) implements Progress {}
    }

    Uni<CallResult<LicenseDescription>> describe() {
        return exchange.dated(deadline, account -> api.me(account, Requests.authorization(key)))
                .map(ResponseParser.by(answer -> readLicense(answer, key)))
                .chain(this::goOn);
    }

    private Uni<CallResult<LicenseDescription>> goOn(CallResult<Progress> answer) {
        return switch (answer) {
            case CallResult.Failed<Progress> failed -> Uni.createFrom().item(failed.cast());
            case CallResult.Signed<Progress>(Progress.Complete(LicenseDescription description), Instant at) ->
                Uni.createFrom().item(new CallResult.Signed<>(description, at));
            case CallResult.Signed<Progress>(Progress.Partial partial, Instant ignored) ->
                readPage(partial).chain(this::goOn);
        };
    }

    private Uni<CallResult<Progress>> readPage(Progress.Partial partial) {
        String license = Requests.pathSegment(partial.soFar().license().id());
        return exchange.dated(
                        deadline,
                        account -> api.entitlements(
                                account, Requests.authorization(key), license, partial.nextPage(), PAGE_SIZE))
                .map(ResponseParser.by(answer -> readPage(answer, partial)));
    }

    /** The license that a key is of; nothing is read of its entitlements yet. */
    static CallResult<Progress> readLicense(Genuine answer, LicenseKey key) throws MalformedDocument {
        if (answer.status() != 200) {
            return refused(answer);
        }
        License license = LicenseObject.of(answer.document().path("data")).toLicense();
        return key.equals(license.key())
                ? new CallResult.Signed<>(new Progress.Partial(new Described(license, Map.of()), 1), answer.date())
                : ServerFault.untrusted("it describes the license of another key");
    }

    /** One page more of its entitlements; complete with the first page that is not full. */
    static CallResult<Progress> readPage(Genuine answer, Progress.Partial partial) throws MalformedDocument {
        if (answer.status() != 200) {
            return refused(answer);
        }
        JsonNode data = answer.document().path("data");
        if (!data.isArray()) {
            return ServerFault.notUnderstood(answer.status());
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
                answer.date());
    }

    private static CallResult<Progress> refused(Genuine answer) throws MalformedDocument {
        return MachineErrors.refusal(answer.status(), answer.errorCodes())
                .<CallResult<Progress>>map(
                        refusal -> new CallResult.Signed<>(new Progress.Complete(new Refused(refusal)), answer.date()))
                .orElse(ServerFault.noVerdict(answer.status(), answer.errorCodes()));
    }
}
