package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.TrustAnchors.Origin;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the vendor's keys come from: a file inside the package where the vendor has put one, which nothing in the
 * environment can override, else the configuration.
 */
public final class VendorTrust {

    /** The file in a vendor's package, with the same {@code licensing.vendor.*} properties as the configuration. */
    public static final String BUILT_IN = "META-INF/licensing/vendor.properties";

    /**
     * The SHA-256 of each public key whose private key anybody can read in the sandbox. A released package has no sandbox,
     * so that it knows the keys by these alone.
     */
    private static final Set<String> SANDBOX_KEYS = Set.of(
            "85f2ac3dffec5c01c8ebbd97138aeb8885dd4ae57afdc3d8656856c97d5cb3d1",
            "fd2940a8bdce9bf26e7befdc457974be543de93e1ef6ce64a5fd75c8766a7db6",
            "47a2781e8be19712feb91d8d5e2fa03f37e6bc696a4d856c3a810f1017019092");

    /** The profiles in which the sandbox may be the vendor. */
    private static final Set<String> SANDBOX_PROFILES = Set.of("dev", "test");

    private VendorTrust() {}

    /**
     * The trust anchors that count here.
     *
     * @throws ConfigurationException when they are neither built in nor configured, naming what is missing
     */
    public static TrustAnchors of(VendorConfig configured) {
        return of(configured, VendorTrust.class.getClassLoader());
    }

    static TrustAnchors of(VendorConfig configured, ClassLoader vendorPackage) {
        URL builtIn = vendorPackage.getResource(BUILT_IN);
        return builtIn == null ? anchors(configured, Origin.CONFIGURED) : ofFile(builtIn);
    }

    /**
     * The trust anchors that a package with this file built in has.
     *
     * @throws ConfigurationException when one of them is missing, naming it
     * @throws IllegalArgumentException when one of them is not what it should be
     */
    public static TrustAnchors ofFile(URL vendor) {
        return anchors(read(vendor), Origin.BUILT_IN);
    }

    /**
     * Returns when the vendor may be trusted in these profiles.
     *
     * @throws ConfigurationException when it is the sandbox in another profile than dev and test
     */
    static void requireVendor(TrustAnchors anchors, List<String> profiles) {
        boolean sandbox = anchors.keys().stream().map(VendorKey::sha256).anyMatch(SANDBOX_KEYS::contains);
        if (sandbox && profiles.stream().noneMatch(SANDBOX_PROFILES::contains)) {
            throw new ConfigurationException(
                    "licensing.vendor.keys has a key of the sandbox, with which anybody can sign licenses: set the"
                            + " vendor's own keys.",
                    Set.of("licensing.vendor.keys"));
        }
    }

    private static VendorConfig read(URL builtIn) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(builtIn))
                    .withMapping(VendorConfig.class)
                    .build()
                    .getConfigMapping(VendorConfig.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The built-in " + BUILT_IN + " can't be read.", unreadable);
        }
    }

    private static TrustAnchors anchors(VendorConfig config, Origin origin) {
        return new TrustAnchors(
                required("keys", config.keys()).stream().map(VendorKey::parse).toList(),
                required("account", config.account()),
                required("product", config.product()),
                named(config.algorithms(), VendorTrust::algorithm),
                named(config.offlineKinds(), VendorTrust::kind),
                origin);
    }

    private static <T> T required(String name, Optional<T> value) {
        String setting = "licensing.vendor." + name;
        return value.orElseThrow(() -> new ConfigurationException(
                setting + " is not set: without the vendor's keys, account and product no license can be verified.",
                Set.of(setting)));
    }

    private static <T> Set<T> named(Set<String> names, Function<String, T> value) {
        return names.stream().map(value).collect(Collectors.toUnmodifiableSet());
    }

    private static SignatureAlgorithm algorithm(String name) {
        return SignatureAlgorithm.valueOf(constant(name));
    }

    private static CertificateKind kind(String name) {
        return CertificateKind.valueOf(constant(name));
    }

    private static String constant(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
