package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.Deactivation.Release;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.Agents;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the answer about the installation for an admin, with every problem around it. */
@ApplicationScoped
class LicenseAnswers {

    private final CurrentInstallation current;
    private final AuditVerification trail;
    private final Replica replica;

    LicenseAnswers(
            CurrentInstallation current,
            AuditVerification trail,
            TrustAnchors trust,
            Agents agents,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.current = current;
        this.trail = trail;
        this.replica = new Replica(version, trust, agents);
    }

    /** @param who asks: an admin, who always has a name */
    LicenseAnswer of(Snapshot snapshot, Caller who) {
        return of(snapshot, who, null, null);
    }

    /** @param detail what to do where the seat could not be freed */
    LicenseAnswer of(Snapshot snapshot, Caller who, @Nullable Release release, @Nullable String detail) {
        return LicenseAnswer.of(
                snapshot,
                current.effectiveTime(),
                replica,
                Objects.requireNonNull(who.name()),
                underWay(),
                around(),
                release,
                detail);
    }

    private @Nullable UnderWayAnswer underWay() {
        return current.underWay().map(UnderWayAnswer::of).orElse(null);
    }

    private List<LicensingProblem> around() {
        return Stream.concat(current.problems().stream(), trail.problem().stream())
                .toList();
    }
}
