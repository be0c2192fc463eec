package com.optymyse.inspire.licensing.trust;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vendor's file, which counts only beside our own classes. The class path is the affair of whoever starts the
 * JVM, and a file that comes first in it must not replace the vendor's.
 *
 * @param code the jar or folder that our own classes come from; null when the JVM does not say
 * @param found every file of the name on the class path
 * @param options what the JVM was started with
 */
public record VendorPackage(@Nullable Path code, List<URI> found, JvmOptions options) {

    public VendorPackage {
        code = code == null ? null : real(code);
        found = List.copyOf(found);
    }

    public static VendorPackage ofThisProcess() {
        try {
            return new VendorPackage(ownCode(), filesFound(), JvmOptions.ofThisProcess());
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The class path of this service can't be read.", unreadable);
        }
    }

    /**
     * The file that the vendor built in; empty in a package without a vendor.
     *
     * @throws ConfigurationException when the JVM was started in a way that puts something else in its place
     */
    Optional<URL> vendor() {
        if (code == null) {
            throw new ConfigurationException(
                    "The JVM was started with this service's own classes outside of its package."
                            + " Start it with java -jar quarkus-run.jar, and without an AOT cache that was made in another folder.");
        }
        for (URI file : found) {
            requireOwn(file, code);
        }
        Optional<URL> vendor = file(VendorTrust.BUILT_IN);
        vendor.flatMap(file -> options.replacing()).ifPresent(VendorPackage::refuse);
        return vendor;
    }

    private static void requireOwn(URI file, Path code) {
        if (!code.equals(container(file))) {
            throw new ConfigurationException("There is a second " + VendorTrust.BUILT_IN + " on the class path, at "
                    + ControlCharacters.escaped(file.toString())
                    + ". The service uses only the vendor's file in its own jar. Remove the other file.");
        }
    }

    private static void refuse(String option) {
        throw new ConfigurationException("The JVM was started with " + ControlCharacters.escaped(option)
                + ", which can replace what the vendor has built into this package. Start it without this option; agents"
                + " such as -javaagent are allowed.");
    }

    /** The jar or folder that a file was found in; null where it is in neither. */
    private static @Nullable Path container(URI file) {
        String text = file.toString();
        if (text.startsWith("jar:file:")) {
            return path(text.substring("jar:".length(), text.lastIndexOf("!/")));
        }
        return text.startsWith("file:") ? path(text.substring(0, text.length() - VendorTrust.BUILT_IN.length())) : null;
    }

    private static Path path(String file) {
        return real(Path.of(URI.create(file)));
    }

    /**
     * The real path of a file, whatever links lead to it. A class from an AOT cache names the real place of its jar, and a
     * class loader the one that the class path has.
     */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreachable) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** A file beside our own classes, whatever else is on the class path; empty where there is none. */
    Optional<URL> file(String name) {
        if (code == null) {
            return Optional.empty();
        }
        try {
            if (Files.isDirectory(code)) {
                Path file = code.resolve(name);
                return Files.exists(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
            }
            return insideJar(code, name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The package " + code + " can't be read.", unreadable);
        }
    }

    private static Optional<URL> insideJar(Path jar, String name) throws IOException {
        try (JarFile contents = new JarFile(jar.toFile())) {
            return contents.getEntry(name) == null
                    ? Optional.empty()
                    : Optional.of(URI.create("jar:" + jar.toUri() + "!/" + name).toURL());
        }
    }

    private static @Nullable Path ownCode() throws URISyntaxException {
        CodeSource source = VendorPackage.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null || !"file".equals(location.getProtocol())
                ? null
                : path(location.toURI().toString());
    }

    /** The class loader of the boot class path has no object of its own, but the system's asks it as well. */
    private static List<URI> filesFound() throws IOException, URISyntaxException {
        ClassLoader own = VendorPackage.class.getClassLoader();
        List<URL> all = new ArrayList<>(Collections.list(ClassLoader.getSystemResources(VendorTrust.BUILT_IN)));
        if (own != null) {
            all.addAll(Collections.list(own.getResources(VendorTrust.BUILT_IN)));
        }
        List<URI> files = new ArrayList<>();
        for (URL file : all) {
            files.add(file.toURI());
        }
        return files;
    }
}
