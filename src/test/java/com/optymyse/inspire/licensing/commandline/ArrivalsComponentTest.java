package com.optymyse.inspire.licensing.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.certificate.ArrivingFiles;
import com.optymyse.inspire.licensing.license.ArrivingKeys;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** However a key or a file arrives, the API and {@code file verify} say the same of it: each row of both tables. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class ArrivalsComponentTest {

    private static final String KEY = ArrivingKeys.KEY;
    private static final String VALID = "Valid: it can be activated now.";

    /** A half of a character, too, can stand in JSON. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @TempDir
    Path folder;

    private Api admin;
    private String fingerprint;
    private String file;
    private final List<String> answers = new ArrayList<>();

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
        fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        file = file("machine");
    }

    @Test
    void key_inAnyWay_saysTheSame() throws IOException {
        for (Arguments row : Stream.of(
                        ArrivingKeys.atOnce(),
                        ArrivingKeys.hyphens(),
                        ArrivingKeys.beyondAscii(),
                        ArrivingKeys.blanks(),
                        ArrivingKeys.quotes(),
                        ArrivingKeys.labels(),
                        ArrivingKeys.tabs(),
                        ArrivingKeys.stops(),
                        ArrivingKeys.noKey(),
                        ArrivingKeys.aFile(),
                        ArrivingKeys.otherEncodings(),
                        ArrivingKeys.severalInALine())
                .flatMap(rows -> rows)
                .toList()) {
            assertSame(row, (String) row.get()[1], file);
        }

        assertThat(answers).hasSizeGreaterThan(60);
        assertThat(answers).filteredOn(VALID::equals).hasSizeGreaterThan(35);
    }

    @Test
    void file_inAnyWay_saysTheSame() throws IOException {
        ArrivingFiles files = new ArrivingFiles(file, file("license"), KEY);

        for (Arguments row : files.whole().toList()) {
            @SuppressWarnings("unchecked")
            UnaryOperator<String> change = (UnaryOperator<String>) row.get()[1];
            assertThat(assertSame(row, KEY, change.apply(file)))
                    .as(row.get()[0].toString())
                    .isEqualTo(VALID);
        }
        for (Arguments row : files.malformed().toList()) {
            assertThat(assertSame(row, KEY, (String) row.get()[1]))
                    .as(row.get()[0].toString())
                    .startsWith("Not valid: license-file-malformed.");
        }

        assertThat(answers).hasSizeGreaterThan(95);
    }

    private String assertSame(Arguments row, String key, String file) throws IOException {
        String answer = answer(key, file);
        assertThat(verified(key, file)).as(row.get()[0].toString()).contains(answer);
        answers.add(answer);
        return answer;
    }

    /** What the API says, in the words of the command. */
    private String answer(String key, String file) {
        Response answer = admin.request()
                .body(json(Map.of("method", "offline", "licenseKey", key, "licenseFile", file)))
                .post("/license/preview");
        return answer.statusCode() == 200 ? VALID : "Not valid: " + answer.path("code") + ". " + answer.path("detail");
    }

    /** Control characters are written out on a terminal. */
    private String verified(String key, String file) throws IOException {
        Path written = Files.writeString(folder.resolve("license.lic"), file);
        return Typed.command(vendor(), Clock.systemUTC(), key, "file", "verify", written.toString(), fingerprint)
                .output();
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
