package dev.fenliu.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.architecture.Office.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedFaultTests {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theSoundOfficeKeeps(Rule rule) {
        var office = Office.sound();

        rule.on(office).check(office.classes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void eachFaultBreaksItsRuleAndNoOther(Fault fault) {
        var office = Office.with(fault);

        var broken = Arrays.stream(Rule.values())
                .filter(rule -> rule.on(office).evaluate(office.classes()).hasViolation())
                .collect(toSet());

        assertThat(broken).isEqualTo(fault.rules());
    }

    static List<Fault> eachFaultBreaksItsRuleAndNoOther() {
        return Office.faults();
    }

    @Test
    void everyRuleIsProvenByAFaultOfItsOwn() {
        var proven = Office.faults().stream()
                .map(Fault::rules)
                .filter(rules -> rules.size() == 1)
                .collect(toSet());

        assertThat(proven).isEqualTo(Arrays.stream(Rule.values()).map(Set::of).collect(toSet()));
    }
}
