package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.fenliu.architecture.Arrows.pointOnlyTo;
import static dev.fenliu.architecture.Layer.APP;
import static dev.fenliu.architecture.Layer.APPLICATION;
import static dev.fenliu.architecture.Layer.DOMAIN;
import static dev.fenliu.architecture.Layer.ELSEWHERE;
import static dev.fenliu.architecture.Layer.HTTP;
import static dev.fenliu.architecture.Layer.LIVE;
import static dev.fenliu.architecture.Layer.PERSISTENCE;
import static dev.fenliu.architecture.Layer.ROOT;
import static dev.fenliu.architecture.Layer.WEB;
import static dev.fenliu.architecture.Things.condition;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Collectors;

/** Where one class may use another. */
final class ArrowRules {
    private ArrowRules() {}

    static ArchRule modulesLookLeft(Ground ground) {
        return classes()
                .that(ground.outside(APP))
                .should(pointOnlyTo(
                        "their own module and those left of it",
                        ground,
                        (from, to) -> ground.position(to.module()) <= ground.position(from.module())))
                .because("calls go left and events go right; who must hear a module on the right owns the interface "
                        + "that the other's event implements, and nobody imports app (decisions/0001, 0002)");
    }

    static ArchRule onlyRootsAreOpen(Ground ground) {
        return classes()
                .should(pointOnlyTo(
                        "the roots of other modules, and in app their use cases too",
                        ground,
                        (from, to) -> from.module().equals(to.module())
                                || to.layer() == ROOT
                                || to.layer() == APP
                                || (from.layer() == APP && to.layer() == APPLICATION)))
                .because("a module's root is its contract; behind it everything may change without a word to others");
    }

    static ArchRule everyPackageIsKnown(Ground ground) {
        return classes()
                .should(condition(
                        "live in a module of the line and in a package of Layer",
                        type -> ground
                                .place(type)
                                .filter(place -> !isKnown(place, ground))
                                .map(place -> type.getName() + " lives in " + type.getPackageName())
                                .stream()))
                .because("a package that no rule knows is bound by none: there is no common, shared or util, and a "
                        + "further technology is a further adapter in Layer");
    }

    private static boolean isKnown(Place place, Ground ground) {
        return place.layer() == APP
                || (place.layer() != ELSEWHERE && ground.module(place.module()).isPresent());
    }

    static ArchRule callsFlowInwards(Ground ground) {
        return classes()
                .that(ground.outside(APP))
                .should(pointOnlyTo(
                        "their own layer and what lies further inside",
                        ground,
                        (from, to) -> !from.module().equals(to.module())
                                || from.layer() == to.layer()
                                || from.layer().liesOutside(to.layer())))
                .because("the rules of the business outlive every technology: adapters know use cases, use cases know "
                        + "the domain, the domain knows the contract, never the other way round and never one another");
    }

    static ArchRule theInsideIsPlainJava(Ground ground) {
        return classes()
                .that(ground.in(ROOT, DOMAIN))
                .should()
                .onlyDependOnClassesThat(describe("are ours, the JDK's or JSpecify's", ArrowRules::isPlain))
                .because("what decides must run in a unit test, a simulation and a batch alike: no Spring, no SQL");
    }

    private static boolean isPlain(JavaClass type) {
        var element = type.getBaseComponentType();
        var name = element.getPackageName() + ".";
        return element.isPrimitive()
                || name.startsWith("dev.fenliu.")
                || name.startsWith("org.jspecify.")
                || name.startsWith("java.");
    }

    static ArchRule useCasesKnowNoTechnology(Ground ground) {
        return noClasses()
                .that(ground.in(APPLICATION))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.ui..",
                        "org.springframework.validation..",
                        "jakarta.servlet..",
                        "org.thymeleaf..",
                        "io.github.wimdeblauwe..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..")
                .because("a use case is the same for a page, the API, a sweep and a test; what a browser or a program "
                        + "sends is bound at the edge");
    }

    static ArchRule adaptersEnterThroughUseCases(Ground ground) {
        var driven = ground.classes().stream()
                .filter(type -> ground.isIn(type, PERSISTENCE))
                .flatMap(type -> type.getRawInterfaces().stream())
                .filter(type -> ground.place(type).isPresent())
                .collect(Collectors.toSet());
        return noClasses()
                .that(ground.in(WEB, LIVE))
                .should()
                .dependOnClassesThat(describe("are answered by persistence", driven::contains))
                .because("the use case checks the permission and opens the transaction; a way round it reads what the "
                        + "asker may not see");
    }

    static ArchRule adaptersAreInvisible(Ground ground) {
        return classes()
                .that(ground.in(WEB, PERSISTENCE, LIVE, HTTP))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("nobody calls an adapter by name: Spring finds it, and the compiler keeps others out");
    }

    /** Between modules and between layers the other arrows leave no room for a cycle: what is left is inside a layer. */
    static ArchRule noCycles(Ground ground) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public String getDescription() {
                        return "the packages of app, and those below a layer";
                    }

                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return ground.place(type).isPresent()
                                        && (ground.isIn(type, APP)
                                                || type.getPackageName().split("\\.").length
                                                        > ground.base().split("\\.").length + 2)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package that is hard to read");
    }
}
