package com.optymyse.inspire.licensing.fuzzing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the service said; of a stream that does not end, all up to its first event. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final String STREAM = "text/event-stream";
    private static final String DATA = "data: ";
    /** Lines of a stream after which an event should have come. */
    private static final int LONGEST_BEGINNING = 20;

    static Answer of(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            Answer withoutBody = new Answer(response.statusCode(), response.headers(), "");
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    withoutBody.isStream() ? beginning(body) : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The answer broke off.", failure);
        }
    }

    private static String beginning(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        List<String> read = new ArrayList<>();
        boolean event = false;
        for (int left = LONGEST_BEGINNING; left > 0; left--) {
            String line = lines.readLine();
            if (line == null || (event && line.isEmpty())) {
                break;
            }
            read.add(line);
            event |= line.startsWith(DATA);
        }
        return String.join("\n", read);
    }

    /** The data of each event that a stream has begun with. */
    List<String> events() {
        return body.lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()))
                .toList();
    }

    /** Its content type without parameters; empty when it has none. */
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    boolean isStream() {
        return mediaType().equals(STREAM);
    }
}
