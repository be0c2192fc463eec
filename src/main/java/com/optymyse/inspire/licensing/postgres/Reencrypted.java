package com.optymyse.inspire.licensing.postgres;

import java.util.List;

/**
 * What became of the rows when everything was encrypted anew.
 *
 * @param keyId the key under which they are now
 * @param rows how many rows there are in all, in words
 * @param unreadable the rows that do not open, and therefore were left as they are
 */
public record Reencrypted(String keyId, String rows, List<String> unreadable) {

    public Reencrypted {
        unreadable = List.copyOf(unreadable);
    }
}
