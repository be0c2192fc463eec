package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.trust.VendorTrust;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Builds a vendor into a package that has none. The configuration then no longer decides whom the package trusts. */
final class VendorBuildIn implements Command.Work {

    private final Terminal terminal;

    VendorBuildIn(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Command.WrongUsage, IOException {
        Command.require(arguments.size() == 2);
        Path jar = existing(arguments.getFirst());
        Path vendor = existing(arguments.getLast());
        TrustAnchors trust = VendorTrust.ofFile(vendor.toUri().toURL());
        put(vendor, jar);
        terminal.say("Built in: this package accepts licenses that are signed for account " + trust.account()
                + " and product " + trust.product() + ".");
        return ExitCode.GOOD;
    }

    private static void put(Path vendor, Path jar) throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
            Path builtIn = contents.getPath(VendorTrust.BUILT_IN);
            if (Files.exists(builtIn)) {
                throw new IOException("This package has a vendor built in already.");
            }
            Files.createDirectories(builtIn.getParent());
            Files.copy(vendor, builtIn);
        }
    }

    private static Path existing(String name) throws NoSuchFileException {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name, null, "There is no such file.");
        }
        return file;
    }
}
