package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Standing;
import java.time.Instant;
import java.util.List;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationLineTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LicenseKey KEY = new LicenseKey("SECRET-KEY-OF-THE-LICENSE-1234");
    private static final Caller JANE = new Caller("jane", "request-17", "4bf92f3577b34da6a3ce929d0e0e4736");

    @Test
    void fields_everythingKnown_areAll() {
        assertThat(activated(JANE).fields())
                .containsExactly(
                        entry("action", "activate"),
                        entry("outcome", "succeeded"),
                        entry("code", "license-expired"),
                        entry("actor", "jane"),
                        entry("licenseKey", "SECRET…1234"),
                        entry("standing", "grace"),
                        entry("revision", "7"),
                        entry("machine", "machine-1"),
                        entry("requestId", "request-17"),
                        entry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void fields_littleKnown_areNoEmptyOnes() {
        AuditEntry entry = AuditEntry.succeeded(NOW, Caller.SERVICE, Action.DISMISS_RELEASE, "It is given up.");

        assertThat(new OperationLine(entry, null, null).fields())
                .containsExactly(entry("action", "dismiss-release"), entry("outcome", "succeeded"));
    }

    @Test
    void sentence_succeeded_saysWhoAndWhat() {
        assertThat(activated(JANE).sentence())
                .isEqualTo("Activation by jane succeeded: A license was activated online.");
        assertThat(activated(Caller.SERVICE).sentence()).startsWith("Activation by the service itself succeeded: ");
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE_EXPIRED, 'Re-validation by jane was refused (license-expired): Why.'",
        "STORE_UNAVAILABLE, 'Re-validation by jane failed (store-unavailable): Why.'"
    })
    void sentence_notSucceeded_hasTheCode(RefusalCode code, String sentence) {
        AuditEntry entry = AuditEntry.refused(NOW, JANE, Action.REVALIDATE, new Refusal(code, "Why."));

        assertThat(new OperationLine(entry, 7L, null).sentence()).isEqualTo(sentence);
    }

    @Test
    void sentence_standingByTime_isWhatTheTrailSays() {
        AuditEntry entry = AuditEntry.standing(NOW, Standing.GRACE, Reason.SERVER_UNREACHABLE);

        assertThat(new OperationLine(entry, 7L, null).sentence())
                .isEqualTo("The installation's standing is now grace: server-unreachable.");
    }

    /** In a console of plain text a name must neither begin a line nor turn the order of what is behind it. */
    @Test
    void line_oddName_isEscapedEverywhere() {
        OperationLine line = activated(Caller.named("jörg\n2026 INFO forged\u001b[2J\u2028\u202e"));

        String escaped = "jörg\\u000a2026 INFO forged\\u001b[2J\\u2028\\u202e";
        assertThat(line.sentence()).startsWith("Activation by " + escaped + " succeeded: ");
        assertThat(line.fields()).containsEntry("actor", escaped);
    }

    @Test
    void line_othersHaveAskedToo_namesThemAndTheirRequests() {
        OperationLine line = new OperationLine(
                AuditEntry.succeeded(NOW, Caller.SERVICE, Action.REVALIDATE, "The verdict is: good."),
                7L,
                "machine-1",
                List.of(JANE, Caller.SERVICE, Caller.named("eve\n2026 INFO forged")));

        assertThat(line.fields())
                .containsEntry("others", "jane (request request-17), the service itself, eve\\u000a2026 INFO forged");
        assertThat(line.sentence())
                .isEqualTo(
                        "Re-validation by the service itself succeeded: The verdict is: good. The result also answered"
                                + " jane (request request-17), the service itself, eve\\u000a2026 INFO forged.");
    }

    @Test
    void event_asJson_hasTheFieldsInMdcAndTheSentenceAsMessage() throws JsonProcessingException {
        String json = new JsonFormatter().format(activated(JANE).event());

        JsonNode line = new ObjectMapper().readTree(json);
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("message").asText()).startsWith("Activation by jane succeeded");
        assertThat(line.path("mdc").path("action").asText()).isEqualTo("activate");
        assertThat(line.path("mdc").path("requestId").asText()).isEqualTo("request-17");
        assertThat(json).doesNotContain(KEY.value());
    }

    private static OperationLine activated(Caller by) {
        AuditEntry entry = AuditEntry.succeeded(NOW, by, Action.ACTIVATE, "A license was activated online.")
                .about(KEY)
                .leadingTo(Standing.GRACE, Reason.LICENSE_EXPIRED);
        return new OperationLine(entry, 7L, "machine-1");
    }
}
