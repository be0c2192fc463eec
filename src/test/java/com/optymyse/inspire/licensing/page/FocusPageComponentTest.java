package com.optymyse.inspire.licensing.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever presses a button that then goes away stays where it was: by keyboard, and with their eyes. */
@QuarkusTest
@TestProfile(PageProfile.class)
class FocusPageComponentTest extends PageTest {

    private static final int WIDTH = 375;
    private static final int HEIGHT = 812;

    /** What has the focus, inside of all shadow roots. */
    private static final String FOCUSED = """
            () => {
              let element = document.activeElement;
              while (element?.shadowRoot?.activeElement) {
                element = element.shadowRoot.activeElement;
              }
              return element.localName + ': ' + element.textContent.trim();
            }""";

    @Test
    void deactivate_done_focusIsAtTheHeadingThatTellsSo() {
        admin.activate(KEY);
        openStatus();

        click("Deactivate");
        click("Confirm Deactivate");

        assertThat(heading("This installation is not licensed")).isFocused();
    }

    @Tag("thorough")
    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void action_done_focusIsInsideThePage(String name, String says, Consumer<FocusPageComponentTest> action) {
        action.accept(this);

        says(says);
        page.waitForCondition(() -> !focused().startsWith("body"));
    }

    private static Stream<Arguments> actions() {
        return Stream.of(
                action("activate", "The Enterprise license is active.", test -> {
                    test.openActivation();
                    test.field("License key").fill(KEY);
                    test.click("Activate License");
                }),
                action("refused activation", "does not know this license key", test -> {
                    test.openActivation();
                    test.field("License key").fill("NO-SUCH-KEY");
                    test.click("Activate License");
                }),
                action("update", "The Starter license is active.", test -> {
                    test.admin.activate(KEY);
                    test.openActivation();
                    test.field("License key").fill("DEMO-STARTER");
                    test.click("Activate License");
                    test.page.getByText("I understand what is lost").click();
                    test.click("Apply changes");
                }),
                action("re-validate", "the licensing server confirms the license", test -> {
                    test.admin.activate(KEY);
                    test.openStatus();
                    test.click("Re-validate License");
                }),
                action("refused release", "is not released yet. The last response says why", test -> {
                    test.blockARelease();
                    test.openStatus();
                    test.click("Try now");
                }),
                action("release", "The seat was released.", test -> {
                    test.blockARelease();
                    test.sandbox.act(KEY, "reinstate");
                    test.openStatus();
                    test.click("Try now");
                }),
                action("dismiss", "This installation does not try to release the seat any more.", test -> {
                    test.blockARelease();
                    test.openStatus();
                    test.click("Dismiss");
                    test.click("Dismiss the release");
                }),
                action("close", "This installation is licensed", test -> {
                    test.admin.activate(KEY);
                    test.openStatus();
                    test.wire.loseAnswers(Wire.REVALIDATE);
                    test.click("Re-validate License");
                    test.click("Close");
                    test.saysNoLonger("No answer came");
                }));
    }

    private static Arguments action(String name, String says, Consumer<FocusPageComponentTest> action) {
        return arguments(name, says, action);
    }

    private void blockARelease() {
        admin.activate(KEY);
        sandbox.act(KEY, "suspend");
        admin.post("/license/deactivate").statusCode(200);
    }

    private String focused() {
        return (String) page.evaluate(FOCUSED);
    }

    /** The button that was used goes away when somebody else has changed the license; its reader is elsewhere by then. */
    @ParameterizedTest(name = "left by a click: {0}")
    @ValueSource(booleans = {true, false})
    void button_goesAwayAfterItsReaderWentOn_nothingIsScrolled(boolean left) {
        admin.activate(KEY);
        look(WIDTH, HEIGHT, ColorScheme.LIGHT);
        openStatus();
        click("Re-validate License");
        says("the licensing server confirms the license");
        page.waitForCondition(() -> focused().startsWith("button"));
        if (left) {
            heading("License Limits").click();
        }
        page.mouse().move(WIDTH / 2.0, HEIGHT / 2.0);
        page.mouse().wheel(0, 10 * HEIGHT);
        page.waitForFunction("() => scrollY > innerHeight");

        admin.post("/license/deactivate").statusCode(200);
        assertThat(heading("This installation is not licensed")).not().isInViewport();
        assertThat(page.getByText("This installation is not licensed").first()).isAttached();
        page.evaluate("""
                async () => {
                  for (let frame = 0; frame < 5; frame++) {
                    await new Promise(requestAnimationFrame);
                  }
                }""");

        assertThat(heading("This installation is not licensed")).not().isInViewport();
        Assertions.assertThat(focused().startsWith("body")).isEqualTo(left);
    }

    /** The notice stands at the top of the page, and the button may be a thousand pixels below. */
    @Test
    void phone_actionFailsFarDown_noticeIsInsideTheWindow() {
        admin.activate(KEY);
        look(WIDTH, HEIGHT, ColorScheme.LIGHT);
        openStatus();
        wire.problem(
                "/license/deactivate", 401, Map.of("code", "unauthorized", "detail", "The token has ended."), Map.of());
        wire.problem(Wire.LICENSE, 401, Map.of("code", "unauthorized", "detail", "The token has ended."), Map.of());
        button("Deactivate").scrollIntoViewIfNeeded();
        page.mouse().wheel(0, 2 * HEIGHT);

        click("Deactivate");
        click("Confirm Deactivate");

        says("Your session has ended");
        BoundingBox notice = page.locator("il-trouble").boundingBox();
        Assertions.assertThat(notice.y).isBetween(0.0, HEIGHT - notice.height);
    }

    /** One below the other in one box, and what has the focus is not below it. */
    @Test
    void phone_severalNotices_halfOfTheWindowIsFree() {
        look(WIDTH, HEIGHT, ColorScheme.LIGHT);
        openActivation();
        wire.loseAnswers(Wire.ACTIVATE);
        wire.historyAway();
        field("License key").fill(KEY);
        click("Activate License");
        says("No answer came");
        wire.loseRequests(Wire.LICENSE);
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        says("The licensing service does not answer");

        page.mouse().wheel(0, 4 * HEIGHT);

        page.waitForFunction("() => scrollY > 0 || document.documentElement.scrollHeight <= innerHeight");
        BoundingBox box = page.locator("inspire-licensing .notices").boundingBox();
        BoundingBox trouble = page.locator("il-trouble").boundingBox();
        BoundingBox doubt = page.locator("il-aftermath").boundingBox();
        Assertions.assertThat(box.height).isLessThanOrEqualTo(HEIGHT / 2.0);
        Assertions.assertThat(doubt.y).isGreaterThanOrEqualTo(trouble.y + trouble.height);
    }
}
