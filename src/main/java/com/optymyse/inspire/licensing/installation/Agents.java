package com.optymyse.inspire.licensing.installation;

import java.util.List;

/**
 * The agents that this process was started with. They are ordinary, such as those for tracing, and can change any class.
 *
 * @param names their files or libraries, in the order of the options, without control characters
 */
public record Agents(List<String> names) {

    public Agents {
        names = List.copyOf(names);
    }
}
