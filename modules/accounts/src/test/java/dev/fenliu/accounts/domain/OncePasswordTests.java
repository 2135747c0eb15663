package dev.fenliu.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OncePasswordTests {
    @Test
    void noTwoAreTheSameAndEachIsLongEnoughForAnyRule() {
        var seen = new HashSet<String>();
        for (var count = 0; count < 1_000; count++) {
            var password = OncePassword.random().value();
            assertThat(password).matches("[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){4}-[0-9a-hjkmnp-tv-z]");
            assertThat(seen.add(password)).isTrue();
        }
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        var password = OncePassword.of(new byte[16]);
        var typed = new OncePassword(password.value().toUpperCase(Locale.ROOT).replace("-", " "));

        assertThat(typed.hash()).isEqualTo(password.hash());
        assertThat(password.toString()).doesNotContain(password.value());
    }
}
