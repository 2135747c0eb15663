package dev.fenliu.webchat.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "看 https://shop.example/a?b=1&c=2#d 謝謝|https://shop.example/a?b=1&c=2#d",
                "HTTP://EXAMPLE.COM/X|HTTP://EXAMPLE.COM/X",
                "(見 https://example.com/a_(b))。|https://example.com/a_(b)",
                "https://example.com/頁面|https://example.com/",
                "到https://example.com,再說|https://example.com",
                "https://example.com.|https://example.com",
                "http://localhost:8080/store/1|http://localhost:8080/store/1"
            })
    void anAddressIsFoundWithoutWhatStandsAroundIt(String text, String link) {
        assertThat(Links.in(text))
                .filteredOn(piece -> piece.href() != null)
                .singleElement()
                .isEqualTo(new Piece(link, link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)//https",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox(1)",
                "file:///etc/passwd",
                "//example.com",
                "www.example.com",
                "https://",
                "https://user@example.com/",
                "https://google.com@evil.example/",
                "https://[::1]/",
                "xhttps://example.com",
                "https:// example.com",
                "https://\u202egro.elgoog"
            })
    void nothingElseBecomesALink(String text) {
        assertThat(Links.in(text)).allSatisfy(piece -> assertThat(piece.href()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "沒有連結",
                "<a href=\"https://a.example\">x</a> https://b.example)) ''\"",
                "https://a.example https://b.example\nhttps://c.example"
            })
    void noCharacterIsLost(String text) {
        assertThat(Links.in(text).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void aLinkLeadsExactlyWhereItReads() {
        assertThat(Links.in("https://a.example\" onmouseover=\"alert(1)"))
                .filteredOn(piece -> piece.href() != null)
                .allSatisfy(piece ->
                        assertThat(piece.href()).isEqualTo(piece.text()).doesNotContain("\""));
    }
}
