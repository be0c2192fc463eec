package com.optymyse.inspire.licensing.commandline;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that the package does when it is asked to by its first arguments.
 *
 * @param name the words that name it, as they are typed: {@code file verify}
 * @param parameters what is typed behind the name
 * @param summary what it does, in a line
 * @param work does it
 */
record Command(String name, String parameters, String summary, Work work) {

    /** What a command does. */
    interface Work {

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
    }

    /** @throws WrongUsage unless the arguments are those of the command */
    static void require(boolean rightUsage) throws WrongUsage {
        if (!rightUsage) {
            throw new WrongUsage();
        }
    }

    /** The arguments are not those of the command. */
    static final class WrongUsage extends Exception {

        private static final long serialVersionUID = 1L;

        private WrongUsage() {
            super(null, null, false, false);
        }
    }
}
