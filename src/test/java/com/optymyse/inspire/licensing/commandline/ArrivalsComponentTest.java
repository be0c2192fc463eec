package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.certificate.ArrivingFiles;
import com.optymyse.inspire.licensing.license.ArrivingKeys;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** However a key or a file arrives, the API and {@code file verify} say the same of it. */
@QuarkusTest
class ArrivalsComponentTest extends LicensingTest {

    private static final String KEY = ArrivingKeys.KEY;
    private static final String VALID = "Valid: it can be activated now.";

    /** A half of a character, too, can stand in JSON. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    @TempDir
    Path folder;

    private String fingerprint;
    private String file;

    @BeforeEach
    void unlicensed() {
        fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        file = file("machine");
    }

    @Test
    void key_inOneWayOfEachKind_saysTheSame() throws IOException {
        assertSameOfKeys(kind -> kind.limit(1));
    }

    @Tag("thorough")
    @Test
    void key_inAnyWay_saysTheSame() throws IOException {
        assertSameOfKeys(kind -> kind);
    }

    @Test
    void file_inOneWayOfEachKind_saysTheSame() throws IOException {
        assertSameOfFiles(kind -> kind.limit(1));
    }

    @Tag("thorough")
    @Test
    void file_inAnyWay_saysTheSame() throws IOException {
        assertSameOfFiles(kind -> kind);
    }

    private void assertSameOfKeys(UnaryOperator<Stream<Arguments>> ofEachKind) throws IOException {
        for (Arguments row : Stream.of(
                        ArrivingKeys.atOnce(),
                        ArrivingKeys.hyphens(),
                        ArrivingKeys.blanks(),
                        ArrivingKeys.quotes(),
                        ArrivingKeys.labels(),
                        ArrivingKeys.tabs(),
                        ArrivingKeys.stops())
                .flatMap(ofEachKind)
                .toList()) {
            assertThat(assertSame(row, (String) row.get()[1], file))
                    .as(row.get()[0].toString())
                    .isEqualTo(VALID);
        }
        for (Arguments row : Stream.of(
                        ArrivingKeys.beyondAscii(),
                        ArrivingKeys.noKey(),
                        ArrivingKeys.aFile(),
                        ArrivingKeys.binary(),
                        ArrivingKeys.otherEncodings(),
                        ArrivingKeys.lines(),
                        ArrivingKeys.severalInALine())
                .flatMap(ofEachKind)
                .toList()) {
            assertThat(assertSame(row, (String) row.get()[1], file))
                    .as(row.get()[0].toString())
                    .startsWith("Not valid: ");
        }
    }

    private void assertSameOfFiles(UnaryOperator<Stream<Arguments>> ofEachKind) throws IOException {
        ArrivingFiles files = new ArrivingFiles(file, file("license"), KEY);

        for (Arguments row : files.whole().flatMap(ofEachKind).toList()) {
            @SuppressWarnings("unchecked")
            UnaryOperator<String> change = (UnaryOperator<String>) row.get()[1];
            assertThat(assertSame(row, KEY, change.apply(file)))
                    .as(row.get()[0].toString())
                    .isEqualTo(VALID);
        }
        for (Arguments row : files.malformed().flatMap(ofEachKind).toList()) {
            assertThat(assertSame(row, KEY, (String) row.get()[1]))
                    .as(row.get()[0].toString())
                    .startsWith("Not valid: license-file-malformed.");
        }
    }

    private String assertSame(Arguments row, String key, String file) throws IOException {
        Response answer = admin.request()
                .body(json(Map.of("method", "offline", "licenseKey", key, "licenseFile", file)))
                .post("/license/preview");
        Typed verified = verified(key, file);
        String said = inWords(answer);

        assertThat(verified.output()).as(row.get()[0].toString()).contains(said);
        assertThat(verified.exitCode()).as(row.get()[0].toString()).isEqualTo(exitCode(answer));
        return said;
    }

    /** What the API says, in the words of the command. */
    private static String inWords(Response answer) {
        return answer.statusCode() == 200 ? VALID : "Not valid: " + answer.path("code") + ". " + answer.path("detail");
    }

    private static int exitCode(Response answer) {
        return answer.statusCode() == 200
                ? 0
                : Stream.of(RefusalCode.values())
                        .filter(code -> code.code().equals(answer.path("code")))
                        .mapToInt(ExitCode::of)
                        .findAny()
                        .orElseThrow();
    }

    private Typed verified(String key, String file) throws IOException {
        Path written = Files.writeString(folder.resolve("license.lic"), file);
        return Typed.command(vendor(), Clock.systemUTC(), key, "file", "verify", written.toString(), fingerprint);
    }

    private String file(String kind) {
        return sandbox.file(KEY, Map.of("kind", kind, "fingerprint", fingerprint));
    }

    /** The same vendor as the service has. */
    private static Map<String, String> vendor() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("licensing.vendor.")) {
                settings.put(name, config.getValue(name, String.class));
            }
        }
        return settings;
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            return fail(impossible);
        }
    }
}
