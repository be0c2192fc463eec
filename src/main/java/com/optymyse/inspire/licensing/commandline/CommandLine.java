package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.trust.Release;
import com.optymyse.inspire.licensing.trust.VendorPackage;
import com.optymyse.inspire.licensing.trust.VendorTrust;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Finds the command that is meant, runs it, and says in one sentence what went wrong where something did. */
final class CommandLine {

    private final Terminal terminal;
    private final List<Command> commands;

    CommandLine(Terminal terminal, Supplier<Settings> settings) {
        this.terminal = terminal;
        DatabaseCommands database = new DatabaseCommands(terminal, settings);
        this.commands = List.of(
                new Command(
                        "--version", "", "Prints the version and the commit that it was built from.", this::version),
                new Command(
                        "file verify",
                        "<file.lic> [<fingerprint>] < <file with the license key>",
                        "Prints the content of a license file, and whether it could be activated now. Works offline.",
                        new FileVerify(terminal, settings)),
                new Command(
                        "audit verify",
                        "",
                        "Reads the whole audit trail and names the first entry that is missing or was changed.",
                        database::verifyAudit),
                new Command(
                        "database migrate",
                        "[--grant-to <the role that the service connects as>]",
                        "Updates the tables before an upgrade, if licensing.database.migrate-at-start is false.",
                        database::migrate),
                new Command(
                        "secret re-encrypt",
                        "",
                        "Encrypts all stored data again with the first of licensing.secret.keys. Then you can remove"
                                + " the other keys.",
                        database::reencrypt),
                new Command(
                        "installation detach",
                        "<the fingerprint that the copy has now>",
                        "Gives a copied database a new identity and no license. Sends nothing; the original keeps its"
                                + " seat.",
                        database::detach),
                new Command(
                        "vendor build-in",
                        "<the package's own jar> <vendor.properties>",
                        "Puts a vendor's trust anchors into a package that has none. The image's build does it.",
                        new VendorBuildIn(terminal)));
    }

    /** Runs what the arguments name and returns its exit code. */
    int run(List<String> arguments) {
        Optional<Command> meant = commands.stream()
                .filter(command -> words(arguments, 2).equals(command.name()))
                .findFirst();
        return meant.map(command -> run(command, arguments.subList(Math.min(2, arguments.size()), arguments.size())))
                .orElseGet(() -> help(arguments));
    }

    private int run(Command command, List<String> arguments) {
        try {
            return command.work().run(arguments);
        } catch (Command.WrongUsage wrong) {
            terminal.say("Usage: " + command.name() + " " + command.parameters());
            return ExitCode.WRONG_USAGE;
        } catch (IOException | SQLException | RuntimeException failure) {
            terminal.say("Failed: " + what(failure));
            return ExitCode.FAILED;
        }
    }

    /** The sentence of a failure that is foreseen. Another one is named by its type, too, so that the support finds it. */
    private static String what(Exception failure) {
        if (failure instanceof ConfigValidationException wrong) {
            return VendorTrust.problems(wrong);
        }
        String type = failure.getClass().getSimpleName();
        if (failure.getMessage() == null) {
            return type + ".";
        }
        return isForeseen(failure) ? failure.getMessage() : type + ": " + failure.getMessage();
    }

    private static boolean isForeseen(Exception failure) {
        return !(failure instanceof RuntimeException)
                || failure instanceof IllegalArgumentException
                || failure instanceof ConfigurationException;
    }

    private int version(List<String> arguments) {
        String version = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.version", String.class)
                .orElse("version unknown");
        terminal.say(Release.version(VendorPackage.ofThisProcess(), version));
        return ExitCode.GOOD;
    }

    private int help(List<String> arguments) {
        terminal.say("Without arguments the service runs. Commands, each with the service's own settings:");
        commands.forEach(command -> {
            terminal.say("");
            terminal.say("  " + command.name() + " " + command.parameters());
            terminal.say("      " + command.summary());
        });
        terminal.say("");
        terminal.say(ExitCode.legend());
        return arguments.equals(List.of("help")) ? ExitCode.GOOD : ExitCode.WRONG_USAGE;
    }

    private static String words(List<String> arguments, int count) {
        return String.join(" ", arguments.subList(0, Math.min(count, arguments.size())));
    }
}
