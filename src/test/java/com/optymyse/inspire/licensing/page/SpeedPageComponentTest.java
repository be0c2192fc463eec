package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What has to be done until something is seen, where the network is slow and the processor is, too. Milliseconds are written to
 * the log: what they are depends on the machine, which is why no outcome does.
 */
@QuarkusTest
@TestProfile(PageProfile.class)
@Tag("thorough")
class SpeedPageComponentTest extends PageTest {

    private static final Logger LOG = Logger.getLogger(SpeedPageComponentTest.class);

    private static final int RUNS = 5;
    /** What a reader of English fetches before: no other language, and nothing that opens later. */
    private static final int BYTES = 100_000;

    private static final int MANY = 1_000;
    /** The rows that are new in the first frame. */
    private static final int NEW_ROWS = 20;
    /** The rows that are there a frame later. */
    private static final int ROWS = 50;

    /** When the first paint was, when the page's own heading was painted, and what had come by then. */
    private static final String PAINTS = """
            () => new Promise(resolve => {
              const look = () => {
                if (!document.querySelector('licensing-page')?.shadowRoot?.querySelector('h1, h2')) {
                  requestAnimationFrame(look);
                  return;
                }
                requestAnimationFrame(() => setTimeout(() => {
                  const came = performance.getEntriesByType('resource');
                  resolve({
                    first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                    page: performance.now(),
                    requests: came.length,
                    bytes: came.reduce((sum, { transferSize }) => sum + transferSize, 0),
                  });
                }));
              };
              look();
            })""";

    /**
     * Types into the filter, and counts the rows that are new in the next frame and the milliseconds until it is painted. What
     * was typed before is drawn by then: a frame after its own.
     */
    private static final String TYPED = """
            async text => {
              const find = (root, name) => {
                for (const one of root.querySelectorAll('*')) {
                  if (one.localName === name) return one;
                  const found = one.shadowRoot && find(one.shadowRoot, name);
                  if (found) return found;
                }
                return null;
              };
              const table = find(document, 'il-entitlement-table').shadowRoot;
              const field = table.querySelector('input');
              const frame = begun => new Promise(done => requestAnimationFrame(() => {
                begun();
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = done;
                port2.postMessage(null);
              }));
              await frame(() => {});
              await frame(() => {});
              const before = new Set(table.querySelectorAll('tbody tr'));
              let rows = [];
              field.value = text;
              const begun = performance.now();
              field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
              await frame(() => {
                rows = [...table.querySelectorAll('tbody tr')];
              });
              const milliseconds = performance.now() - begun;
              return { drawn: rows.filter(row => !before.has(row)).length, rows: rows.length, milliseconds };
            }""";

    /** The fallback of the document is seen first: so the page itself is looked at, too. */
    @Test
    void firstPaintAndPage_fast3gAndAProcessorSlowedFourTimes_fewAndLittleIsFetchedBefore() {
        List<Map<String, Number>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(paints());
        }

        LOG.infof("First paint and page painted, on fast 3G with the processor slowed four times: %s", runs);
        assertThat(runs).allSatisfy(paints -> {
            assertThat(paints.get("bytes").intValue()).isLessThan(BYTES);
            assertThat(paints.get("requests").intValue()).isLessThanOrEqualTo(8);
        });
    }

    /** As few as at first: what is typed is seen at once, however many there are. */
    @Test
    void filter_ofAThousandEntitlementsOnAProcessorSlowedFourTimes_eachKeyDrawsFewRows() {
        admin.activate(KEY);
        wire.change(Wire.LICENSE, license -> entitlements(license.putArray("entitlements")));
        openStatus();
        says("1,000 of 1,000 included");
        slowProcessor(page.context().newCDPSession(page));

        for (String text : List.of("n", "nu", "number 9", "number 99", "number 999", "", "f")) {
            Map<String, Number> typed = typed(text);

            LOG.infof("“%s” in the filter of a thousand entitlements, processor slowed four times: %s", text, typed);
            assertThat(typed.get("drawn").intValue()).as(text).isLessThanOrEqualTo(NEW_ROWS);
            assertThat(typed.get("rows").intValue()).as(text).isBetween(1, ROWS);
        }
    }

    @SuppressWarnings("unchecked") // an object of numbers, as the script makes it
    private Map<String, Number> paints() {
        look(1280, 900, ColorScheme.LIGHT);
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 562.5);
        network.addProperty("downloadThroughput", 180_000);
        network.addProperty("uploadThroughput", 84_375);
        browser.send("Network.emulateNetworkConditions", network);
        slowProcessor(browser);
        page.navigate(service.toString());
        return (Map<String, Number>) page.evaluate(PAINTS);
    }

    @SuppressWarnings("unchecked") // an object of numbers, as the script makes it
    private Map<String, Number> typed(String text) {
        return (Map<String, Number>) page.evaluate(TYPED, text);
    }

    private static void slowProcessor(CDPSession browser) {
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", 4);
        browser.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static void entitlements(ArrayNode array) {
        for (int i = 1; i <= MANY; i++) {
            array.addObject()
                    .put("code", "FEATURE_" + i)
                    .put("feature", "Feature number " + i)
                    .put("granted", true);
        }
    }
}
