package dev.fenliu.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTests {
    private static final String HOST = "https://example.com/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "http://example.com:8443/hooks?shop=1",
                "HTTPS://example.com/a%20b",
                "https://[2001:db8::1]/hook",
                " https://xn--fsqu00a.example "
            })
    void leadsToAHost(String url) {
        assertThat(new HookAddress(url).value()).isEqualTo(url.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/hooks",
                "https:",
                "https:///hooks",
                "ftp://example.com",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://ada:secret@example.com",
                "https://@example.com",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:99999/",
                "http://127.1/",
                "https://exa mple.com",
                "https://example.com/\r\nX-Header: 1",
                "https://例子.example"
            })
    void isRefusedWhenItLeadsNowhereOrTellsTooMuch(String url) {
        assertThatThrownBy(() -> new HookAddress(url)).isInstanceOf(AddressUnfit.class);
    }

    @Test
    void isOf2000SignsAtTheMost() {
        var longest = HOST + "a".repeat(2_000 - HOST.length());

        assertThat(new HookAddress(longest).value()).hasSize(2_000);
        assertThatThrownBy(() -> new HookAddress(longest + "a")).isInstanceOf(AddressUnfit.class);
    }
}
