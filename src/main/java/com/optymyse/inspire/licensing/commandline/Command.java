package com.optymyse.inspire.licensing.commandline;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Something that the package does when it is asked to by its first arguments. */
interface Command {

    /** The words that name it, as they are typed: {@code file verify}. */
    String name();

    /** What is typed behind the name. */
    String parameters();

    /** What it does, in a line. */
    String summary();

    /**
     * Does it.
     *
     * @param arguments what was typed behind the name
     * @return the exit code: 0 for what was asked for, see {@link ExitCode}
     * @throws WrongUsage when the arguments are not as {@link #parameters} says
     * @throws IllegalArgumentException when a setting is wrong, in a sentence that names it
     * @throws ConfigurationException when a setting is missing, in a sentence that names it
     * @throws IOException when a file can't be read
     * @throws SQLException when the database can't be used
     */
    int run(List<String> arguments) throws WrongUsage, IOException, SQLException;

    /** The arguments are not those of the command. */
    final class WrongUsage extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUsage() {
            super(null, null, false, false);
        }
    }
}
