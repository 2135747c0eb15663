package dev.fenliu.architecture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductTests {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theProductKeeps(Rule rule) {
        rule.on(Ground.PRODUCT).check(Ground.PRODUCT.classes());
    }
}
