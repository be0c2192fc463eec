package com.optymyse.inspire.licensing.page;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every state of the page in a language that is marked, forty per cent longer, and read from right to left. Each state is come to
 * in English, and the language changes there: a text that was kept from before would be found as well.
 */
@QuarkusTest
@TestProfile(PageProfile.class)
class PseudoLocalePageComponentTest extends PageTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 375;

    /**
     * What somebody reads or hears and that has no mark, and what does not fit. Names, codes, times and what the service says are
     * nobody's to translate, and say so. What was said for a moment stays in the language of that moment, and a spinner turns.
     */
    private static final String FINDINGS = """
            () => {
              const findings = [];
              const kept = element => {
                for (let one = element; one; one = one.parentElement ?? one.getRootNode().host) {
                  if (one.getAttribute('translate') === 'no' || one.localName === 'time') return true;
                }
                return false;
              };
              const name = element => element.localName + [...element.classList].map(c => '.' + c).join('');
              const isRead = text => {
                let rest = text;
                for (let before = null; before !== rest;) {
                  before = rest;
                  rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
                }
                return /\\p{L}/u.test(rest);
              };
              const none = 'style, script, svg, time, [translate=no]';
              const textOf = node => node.nodeType === Node.TEXT_NODE ? node.data
                : node.nodeType !== Node.ELEMENT_NODE || node.matches(none) ? ''
                : [...node.childNodes].map(textOf).join('');
              const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX);
              const look = root => {
                if (root.host?.localName === 'il-toasts') return;
                for (const element of root.querySelectorAll('*')) {
                  if (element.shadowRoot) look(element.shadowRoot);
                  if (element.closest('style, script, title, noscript, svg, il-wa-spinner')) continue;
                  if (!element.checkVisibility({ visibilityProperty: true })) continue;
                  for (const attribute of ['aria-label', 'title', 'placeholder', 'alt', 'label']) {
                    const text = element.getAttribute(attribute) ?? '';
                    if (isRead(text) && !kept(element)) findings.push(`${name(element)} ${attribute}: ${text}`);
                  }
                  const own = [...element.childNodes].filter(n => n.nodeType === Node.TEXT_NODE && /\\p{L}/u.test(n.data));
                  if (own.length > 0 && isRead(textOf(element)) && !kept(element)) {
                    findings.push(`${name(element)}: ${element.textContent.trim()}`);
                  }
                  const hidden = element.closest('.visually-hidden') || ['TEXTAREA', 'INPUT'].includes(element.tagName);
                  if (!hidden && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !scrolls(element)
                      && !element.querySelector('.visually-hidden')) {
                    findings.push(`${name(element)} in ${root.host?.localName}: ${element.scrollWidth} in ${element.clientWidth} px`);
                  }
                }
              };
              look(document);
              const { scrollWidth } = document.documentElement;
              if (scrollWidth > innerWidth) findings.push(`the page: ${scrollWidth} in ${innerWidth} px`);
              return findings;
            }""";

    private final List<String> findings = new ArrayList<>();

    @Test
    void everyState_ofTheStatus_everyTextMarkedAndNothingOverflows() {
        look(WIDE, 900, ColorScheme.LIGHT);

        new States(this, this::check).ofTheStatus();

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @Test
    void everyState_ofTheStatusOnAPhone_everyTextMarkedAndNothingOverflows() {
        look(NARROW, 812, ColorScheme.LIGHT);

        new States(this, this::check).ofTheStatus();

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @Test
    void everyState_ofActivationAndTrouble_everyTextMarkedAndNothingOverflows() {
        ofActivationAndTrouble(WIDE);
    }

    @Tag("thorough")
    @Test
    void everyState_ofActivationAndTroubleOnAPhone_everyTextMarkedAndNothingOverflows() {
        ofActivationAndTrouble(NARROW);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void everyState_ofWarnings_everyTextMarkedAndNothingOverflows(int width) {
        look(width, 900, ColorScheme.LIGHT);

        new States(this, this::check).ofWarnings();

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void everyState_ofWhatOpens_everyTextMarkedAndNothingOverflows(int width) {
        look(width, 900, ColorScheme.LIGHT);

        new States(this, this::check).ofWhatOpens();

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void everyState_ofDialogs_everyTextMarkedAndNothingOverflows(int width) {
        look(width, 900, ColorScheme.LIGHT);

        new States(this, this::check).ofDialogs();

        Assertions.assertThat(findings).isEmpty();
    }

    private void ofActivationAndTrouble(int width) {
        look(width, 900, ColorScheme.LIGHT);
        States states = new States(this, this::check);

        states.ofActivationAndTrouble();
        states.ofAnotherRole(() -> look(width, 900, ColorScheme.LIGHT));

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @Test
    void everyState_ofOperations_everyTextMarkedAndNothingOverflows() {
        look(WIDE, 900, ColorScheme.LIGHT);

        new States(this, this::check).ofOperations();

        Assertions.assertThat(findings).isEmpty();
    }

    @Tag("thorough")
    @Test
    void everyState_ofOperationsOnAPhone_everyTextMarkedAndNothingOverflows() {
        look(NARROW, 812, ColorScheme.LIGHT);

        new States(this, this::check).ofOperations();

        Assertions.assertThat(findings).isEmpty();
    }

    @SuppressWarnings("unchecked") // a list of texts, as the script makes it
    private void check(String state) {
        String language = (String) page.evaluate("document.documentElement.lang");
        speak("ar-XB", "⟦");
        List<String> found = (List<String>) page.evaluate(FINDINGS);
        found.stream().map(finding -> state + ", " + finding).forEach(findings::add);
        speak(language, "Licensing · Inspire");
    }
}
