package dev.fenliu.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageControllerTests {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/webchat, /webchat",
        "http://localhost:8080/platform/performance?by=agents&sort=unread, /platform/performance?by=agents&sort=unread",
        "https://elsewhere.example/login, /login",
        "http://localhost:8080//elsewhere.example, /",
        "http://localhost:8080/\\elsewhere.example, /",
        "mailto:somebody@elsewhere.example, /",
        "not an address, /"
    })
    void leadsBackToThePathOneCameFromAndNowhereElse(String referer, String target) {
        assertThat(LanguageController.back(referer)).isEqualTo(target);
    }

    @Test
    void leadsHomeWhenTheBrowserKeepsItsPathToItself() {
        assertThat(LanguageController.back(null)).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "zh-TW, zh-TW", "EN, en", "fr, zh-TW", "../../etc, zh-TW"})
    void anUnknownLanguageIsChinese(String asked, String spoken) {
        assertThat(Languages.known(asked)).isEqualTo(Locale.forLanguageTag(spoken));
    }
}
