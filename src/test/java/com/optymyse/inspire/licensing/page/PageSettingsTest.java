package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.license.Contacts;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSettingsTest {

    private static final URI PROBLEMS = URI.create("problems");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problems",
                "/help",
                "https://help.example.com/licensing",
                "HTTP://wiki/licensing?page=1",
                "http://docs_internal/licensing"
            })
    void new_linkThatABrowserFollows_isTaken(String link) {
        URI address = URI.create(link);

        PageSettings settings = settings(address, address);

        assertThat(settings.troubleshooting()).isEqualTo(address);
        assertThat(settings.documentation()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "mailto:help@example.com",
                "https:x",
                "https:///x",
                "//help.example.com/licensing"
            })
    void new_addressOfAnotherKind_isRefusedByItsSetting(String link) {
        URI address = URI.create(link);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(address, null))
                .withMessageStartingWith("licensing.page.troubleshooting-url must be an http or https address");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(PROBLEMS, address))
                .withMessageStartingWith("licensing.page.documentation-url must be");
    }

    @Test
    void new_withoutDocumentation_hasNoLinkToIt() {
        assertThat(settings(PROBLEMS, null).documentation()).isNull();
    }

    private static PageSettings settings(URI troubleshooting, @Nullable URI documentation) {
        return new PageSettings(
                null,
                false,
                "licensing.example.com",
                new Contacts("support", "sales", null),
                troubleshooting,
                documentation);
    }
}
