package dev.fenliu.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HookSecretTests {
    @Test
    void isAnotherEachTimeAndOf32Bytes() {
        var one = HookSecret.random();

        assertThat(one.value())
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(HookSecret.random().value());
        assertThat(one.key()).hasSize(32);
    }

    @Test
    void doesNotShowInALog() {
        assertThat(HookSecret.random()).hasToString("(secret)");
    }
}
