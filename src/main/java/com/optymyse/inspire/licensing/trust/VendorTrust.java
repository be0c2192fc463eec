package com.optymyse.inspire.licensing.trust;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.TrustAnchors.Origin;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.EnumWord;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the vendor's keys from a file inside the package, if the vendor has put one there, else from the configuration.
 * Nothing in the environment overrides the file.
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

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private VendorTrust() {}

    /**
     * The trust anchors that count here.
     *
     * @throws ConfigurationException when they are neither built in nor configured, or not what they should be, naming what is
     *     wrong; and when something else may stand in the place of what is built in
     */
    public static TrustAnchors of(VendorConfig configured) {
        return of(configured, VendorPackage.ofThisProcess());
    }

    public static TrustAnchors of(VendorConfig configured, VendorPackage vendorPackage) {
        return vendorPackage.vendor().map(VendorTrust::ofFile).orElseGet(() -> anchors(configured, Origin.CONFIGURED));
    }

    /**
     * The trust anchors that a package with this file built in has.
     *
     * @throws ConfigurationException when one of them is missing or not what it should be, naming it
     */
    public static TrustAnchors ofFile(URL vendor) {
        return anchors(read(vendor), Origin.BUILT_IN);
    }

    /**
     * Throws unless the vendor may be trusted in these profiles.
     *
     * @throws ConfigurationException when it is the sandbox in another profile than dev and test
     */
    public static void requireVendor(TrustAnchors anchors, List<String> profiles) {
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
                    .addDiscoveredConverters()
                    .withSources(new PropertiesConfigSource(builtIn))
                    .withMapping(VendorConfig.class)
                    .build()
                    .getConfigMapping(VendorConfig.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The built-in " + BUILT_IN + " can't be read.", unreadable);
        } catch (ConfigValidationException wrong) {
            throw new ConfigurationException("The file " + BUILT_IN + " is wrong: " + problems(wrong));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException("The file " + BUILT_IN + " is wrong: " + wrong.getMessage());
        }
    }

    /** What is wrong with settings, a sentence for each. */
    public static String problems(ConfigValidationException wrong) {
        return IntStream.range(0, wrong.getProblemCount())
                .mapToObj(index -> wrong.getProblem(index).getMessage())
                .collect(Collectors.joining(" "));
    }

    private static TrustAnchors anchors(VendorConfig config, Origin origin) {
        List<VendorKey> keys = required("keys", config.keys()).stream()
                .map(text -> understood("keys", () -> VendorKey.parse(text)))
                .toList();
        String account = id("account", config.account());
        String product = id("product", config.product());
        Set<SignatureAlgorithm> algorithms = named("algorithms", config.algorithms(), SignatureAlgorithm.values());
        Set<CertificateKind> kinds = named("offline-kinds", config.offlineKinds(), CertificateKind.values());
        boolean listedOnly = flag("offline-listed-only", config.offlineListedOnly());
        OfflineFiles offline = understood(
                "longest-offline-file",
                () -> new OfflineFiles(kinds, config.longestOfflineFile().orElse(null), listedOnly));
        return understood("keys", () -> new TrustAnchors(keys, account, product, algorithms, offline, origin));
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> refused(
                name, "is not set: without the vendor's keys, account and product no license can be verified."));
    }

    /** The server compares ids in lower case, and people copy them in any. */
    private static String id(String name, Optional<String> value) {
        String text = required(name, value).strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(text).matches()) {
            throw refused(name, "is not a UUID but " + quoted(text) + ": use the id, not the slug or the name.");
        }
        return text;
    }

    private static <T extends Enum<T>> Set<T> named(String setting, Set<String> names, T[] all) {
        return names.stream().map(name -> named(setting, name, all)).collect(Collectors.toUnmodifiableSet());
    }

    private static <T extends Enum<T>> T named(String setting, String name, T[] all) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(all)
                .filter(value -> value.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> refused(
                        setting,
                        "has " + quoted(name) + ", which is none of "
                                + Arrays.stream(all).map(EnumWord::of).collect(Collectors.joining(", "))
                                + "."));
    }

    private static boolean flag(String setting, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(setting, "is " + quoted(text) + ", which is none of true, false.");
        };
    }

    private static String quoted(String text) {
        return "'" + ControlCharacters.escaped(text) + "'";
    }

    /** Reports a value that fails its own check as a mistake in a setting. */
    private static <T> T understood(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw refused(name, "is wrong: " + wrong.getMessage());
        }
    }

    private static ConfigurationException refused(String name, String why) {
        String setting = "licensing.vendor." + name;
        return new ConfigurationException(setting + " " + why, Set.of(setting));
    }
}
