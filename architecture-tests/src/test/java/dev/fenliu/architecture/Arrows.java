package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Finds the uses of one of our classes by another that a rule does not allow. */
final class Arrows extends ArchCondition<JavaClass> {
    private final Ground ground;
    private final BiPredicate<Place, Place> allowed;

    private Arrows(String description, Ground ground, BiPredicate<Place, Place> allowed) {
        super(description);
        this.ground = ground;
        this.allowed = allowed;
    }

    /** The condition that a class uses only those of our classes that {@code allowed} says, given where both live. */
    static Arrows pointOnlyTo(String what, Ground ground, BiPredicate<Place, Place> allowed) {
        return new Arrows("use only " + what, ground, allowed);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var from = ground.place(type).orElseThrow();
        for (var use : type.getDirectDependenciesFromSelf()) {
            var refused = ground.place(use.getTargetClass())
                    .filter(to -> !allowed.test(from, to))
                    .isPresent();
            if (refused) {
                events.add(SimpleConditionEvent.violated(use, use.getDescription()));
            }
        }
    }
}
