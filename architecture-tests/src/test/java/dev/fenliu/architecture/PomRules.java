package dev.fenliu.architecture;

import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;

import com.tngtech.archunit.lang.ArchRule;

/** What the build may put on a module's class path. */
final class PomRules {
    private PomRules() {}

    static ArchRule dependencyListsLookLeft(Ground ground) {
        return every("dependency lists", Poms.of(ground))
                .should(condition(
                        "name only modules to the left",
                        list -> list.ours().stream()
                                .filter(other -> !list.module().equals(Ground.APP))
                                .filter(other -> ground.position(other) >= ground.position(list.module())
                                        || ground.module(list.module()).isEmpty())
                                .map(other -> list.module() + "/pom.xml lists " + other)))
                .because("what is not on the class path cannot be used at all: the first of the guards that refuse a "
                        + "wrong arrow (decisions/0001)");
    }
}
