package com.optymyse.inspire.licensing.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The licenses that are sold and the machines that hold their seats. */
public final class LicenseBook {

    private static final Set<String> PATCHABLE = Set.of("name", "expiry", "entitlements", "metadata", "policy");

    private final Memory memory;
    private final InstantSource clock;
    private final DemoLicenses start;

    public LicenseBook(Memory memory, InstantSource clock, DemoLicenses start) {
        this.memory = memory;
        this.clock = clock;
        this.start = start;
    }

    public List<DemoLicense> licenses() {
        return memory.state().licenses();
    }

    public Optional<DemoLicense> license(String idOrKey) {
        return licenses().stream()
                .filter(license -> license.key().equals(idOrKey) || license.id().equals(idOrKey))
                .findFirst();
    }

    /** The feature that an entitlement stands for. */
    public String feature(String entitlement) {
        return start.feature(entitlement);
    }

    public void put(DemoLicense changed) {
        memory.update(state -> state.withLicense(changed));
    }

    /** Removes a license with its machines, as a vendor does who revokes it. */
    public void remove(DemoLicense license) {
        memory.update(state -> state.withoutLicense(license));
    }

    /**
     * Changes a license by a JSON merge patch of name, expiry, entitlements, metadata and policy; the policy changes for
     * all licenses that follow it.
     *
     * @throws IllegalArgumentException saying what is wrong with the patch
     */
    public DemoLicense patch(DemoLicense license, String json) {
        JsonNode patch = StateJson.read(json, JsonNode.class);
        if (!(patch instanceof ObjectNode)) {
            throw new IllegalArgumentException("A patch is a JSON object.");
        }
        String strangers = patch.properties().stream()
                .map(member -> member.getKey())
                .filter(Predicate.not(PATCHABLE::contains))
                .collect(Collectors.joining(", "));
        if (!strangers.isEmpty()) {
            String known = PATCHABLE.stream().sorted().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("A license has no " + strangers + " to patch; it has " + known + ".");
        }
        ObjectNode merged = StateJson.merged(StateJson.tree(license), patch);
        DemoLicense patched = StateJson.read(merged, DemoLicense.class).updatedAt(clock.instant());
        memory.update(state -> state.withLicense(patched).withPolicy(patched.policy()));
        return patched;
    }

    /** Moves a license to another policy, as a vendor does; its machines stay. */
    public DemoLicense move(DemoLicense license, Policy policy) {
        DemoLicense moved = license.withPolicy(policy).updatedAt(clock.instant());
        put(moved);
        return moved;
    }

    public List<Machine> machines(DemoLicense license) {
        return of(license, memory.state().machines());
    }

    /** The machines as they were before the last creation or deletion. */
    public List<Machine> earlierMachines(DemoLicense license) {
        return of(license, memory.state().earlierMachines());
    }

    public Optional<Machine> machine(DemoLicense license, String idOrFingerprint) {
        return machines(license).stream()
                .filter(machine -> machine.isCalled(idOrFingerprint))
                .findFirst();
    }

    /** Every machine of the account. */
    public List<Machine> machines() {
        return memory.state().machines();
    }

    /** The machines of all licenses whose policy is of a kind. */
    public List<Machine> machines(Predicate<Policy> kind) {
        return licenses().stream()
                .filter(license -> kind.test(license.policy()))
                .flatMap(license -> machines(license).stream())
                .toList();
    }

    public void add(Machine machine) {
        memory.update(state -> state.withMachine(machine));
    }

    public void remove(Machine machine) {
        memory.update(state -> state.withoutMachine(machine));
    }

    public void touch(Machine touched) {
        memory.update(state -> state.withTouchedMachine(touched));
    }

    /** Removes the machines whose heartbeat has been missing for so long that the licensing server would have. */
    public void cull() {
        Instant now = clock.instant();
        machines(Policy::requireHeartbeat).stream()
                .filter(machine -> machine.isCulled(now))
                .forEach(this::remove);
    }

    /** Everything as at start. */
    public void reset() {
        memory.update(state -> start.at(clock.instant().minusSeconds(state.clockOffsetSeconds())));
    }

    private static List<Machine> of(DemoLicense license, List<Machine> machines) {
        return machines.stream()
                .filter(machine -> machine.licenseKey().equals(license.key()))
                .toList();
    }
}
