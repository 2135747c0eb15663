package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenObjects;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets a rule speak of other things than classes: templates, constants, tables, dependency lists. */
final class Things {
    private Things() {}

    static <T> GivenObjects<T> every(String description, Collection<T> things) {
        return ArchRuleDefinition.all(new AbstractClassesTransformer<T>(description) {
            @Override
            public Iterable<T> doTransform(JavaClasses classes) {
                return things;
            }
        });
    }

    /** A condition that holds where nothing is found against it; what is found says where it stands. */
    static <T> ArchCondition<T> condition(String description, Function<T, Stream<String>> breaches) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T thing, ConditionEvents events) {
                breaches.apply(thing).forEach(breach -> events.add(SimpleConditionEvent.violated(thing, breach)));
            }
        };
    }
}
