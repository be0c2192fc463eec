package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Drops the packets of single connections to a server on this machine, in both directions and without a reset, like a
 * firewall that has lost them. New connections pass. It needs root and iptables.
 */
final class SwallowedPackets implements AutoCloseable {

    private static final String CHAIN = "LICENSING_TEST";

    private final int server;

    /** @param server the port of the server */
    SwallowedPackets(int server) {
        this.server = server;
        iptables("-N", CHAIN);
        iptables("-I", "INPUT", "-i", "lo", "-j", CHAIN);
    }

    /** Swallows what goes over the connections of these ports from now on. */
    void swallow(Set<Integer> clients) {
        clients.forEach(port -> rules("-A", port));
    }

    /** Lets these ports be used by other connections, when theirs are gone at both ends. */
    void letPass(Set<Integer> clients) {
        clients.forEach(port -> rules("-D", port));
    }

    private void rules(String command, int port) {
        String client = String.valueOf(port);
        String postgres = String.valueOf(server);
        iptables(command, CHAIN, "-p", "tcp", "--sport", client, "--dport", postgres, "-j", "DROP");
        iptables(command, CHAIN, "-p", "tcp", "--sport", postgres, "--dport", client, "-j", "DROP");
    }

    @Override
    public void close() {
        iptables("-D", "INPUT", "-i", "lo", "-j", CHAIN);
        iptables("-F", CHAIN);
        iptables("-X", CHAIN);
    }

    private static void iptables(String... arguments) {
        // Connections to localhost may be of either kind.
        for (String command : List.of("iptables", "ip6tables")) {
            run(command, arguments);
        }
    }

    private static void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "-w"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("This test needs iptables.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", interrupted);
        }
    }
}
