package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Offer;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.PreviewDigest;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what an activation would change, and changes nothing. The licensing server is only asked to describe the license,
 * because a validation could start its term.
 */
@ApplicationScoped
public class Preview {

    /**
     * A license that could be activated, beside the installation as it is.
     *
     * @param license the license
     * @param entitlements the vendor's name of each entitlement of it, by its code
     * @param fileEnd when the license file ceases to count here; null online
     * @param present the installation now
     */
    public record Prospect(
            License license,
            Map<String, String> entitlements,
            @Nullable LicenseEnd fileEnd,
            Snapshot present) {

        static Prospect online(Certificate certificate, Snapshot present) {
            return new Prospect(certificate.license(), certificate.entitlements(), null, present);
        }

        /** @param end when the file ceases to count here; null for never */
        static Prospect offline(Certificate certificate, @Nullable Instant end, Snapshot present) {
            return new Prospect(certificate.license(), certificate.entitlements(), LicenseEnd.of(end), present);
        }

        /** When the license file ceases to count; null online, and for never. */
        @Nullable
        public Instant fileEndsAt() {
            return fileEnd instanceof LicenseEnd.At(Instant moment) ? moment : null;
        }

        Offer offer() {
            return new Offer(license, entitlements.keySet(), fileEnd);
        }

        /** What an activation can be bound to. */
        public PreviewDigest digest() {
            return PreviewDigest.of(present.stored().revision(), offer());
        }

        /** Whether this is the preview that the admin saw before the activation. */
        boolean fits(PreviewBinding expected) {
            return expected.holdsFor(present.stored().revision(), offer());
        }
    }

    private final CurrentInstallation current;
    private final OfflineActivation offline;
    private final LicensingServer server;
    private final ServerPauses pauses;
    private final TrustAnchors trust;
    private final ActivationConfig config;
    private final Clock clock;

    public Preview(
            CurrentInstallation current,
            OfflineActivation offline,
            LicensingServer server,
            ServerPauses pauses,
            TrustAnchors trust,
            ActivationConfig config,
            Clock clock) {
        this.current = current;
        this.offline = offline;
        this.server = server;
        this.pauses = pauses;
        this.trust = trust;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What an activation online would bring.
     *
     * @throws Refusal as far as the description alone tells why the license could not be activated
     */
    public Uni<Prospect> online(PastedKey pasted) {
        Deadline deadline = Deadline.after(config.deadline());
        return pauses.admitAdmin()
                .chain(current::reload)
                .chain(present -> KeyCandidates.tried(pasted, key -> online(key, present, deadline)));
    }

    /** The same beside an installation that was just read. */
    Uni<Prospect> online(LicenseKey key, Snapshot present, Deadline deadline) {
        return server.describe(key, deadline).map(result -> prospect(result, present));
    }

    /**
     * What an activation with this license file would bring.
     *
     * @throws Refusal for whatever the activation would be refused for
     */
    public Uni<Prospect> offline(Brought brought) {
        return current.reload().map(present -> {
            Certificate certificate = offline.accept(brought, current.toActivate(present.stored()))
                    .certificate();
            return Prospect.offline(certificate, offline.endOf(certificate), present);
        });
    }

    private Prospect prospect(CallResult<LicenseDescription> result, Snapshot present) {
        return switch (result) {
            case CallResult.Failed<LicenseDescription> failed -> throw Refusals.failed(failed);
            case CallResult.Signed<LicenseDescription>(LicenseDescription.Refused(ServerRefusal refusal), Instant at) ->
                throw Refusals.refused(refusal);
            case CallResult.Signed<LicenseDescription>(
                    LicenseDescription.Described(License license, var entitlements),
                    Instant at) -> {
                requireActivatable(license, present.stored().marks(), at);
                yield new Prospect(license, entitlements, null, present);
            }
        };
    }

    private void requireActivatable(License license, HighWaterMarks marks, Instant at) {
        if (!license.product().equals(trust.product())) {
            throw Refusals.otherProduct();
        }
        Refusals.requireUsable(license, at);
        if (license.expiredAt(marks.afterFreshResponse(at).effective(clock.instant()))) {
            throw Refusals.clockWrong(clock.instant(), at);
        }
    }
}
