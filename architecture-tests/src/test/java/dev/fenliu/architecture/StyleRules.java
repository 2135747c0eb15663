package dev.fenliu.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.fenliu.architecture.Layer.ROOT;
import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a class is written, as far as a machine can see it. */
final class StyleRules {
    private StyleRules() {}

    static ArchRule nothingIsInjectedIntoFields(Ground ground) {
        return noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("what an object needs stands in its constructor, also for whoever makes one in a test");
    }

    static ArchRule rowsAreReadWhole(Ground ground) {
        return noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("whoever does not close that stream outside a transaction keeps its connection for good, and a"
                        + " list, or a handler for each row, does the same");
    }

    static ArchRule everyPackageIsNullMarked(Ground ground) {
        return every(
                        "packages",
                        ground.classes().stream()
                                .map(JavaClass::getPackage)
                                .distinct()
                                .toList())
                .should(condition(
                        "be null-marked",
                        (JavaPackage it) -> Stream.of(it)
                                .filter(unmarked -> !unmarked.isAnnotatedWith(NullMarked.class))
                                .map(unmarked -> unmarked.getName() + " has no @NullMarked package-info")))
                .because("the mark is not inherited by sub-packages: without it null is not checked there");
    }

    static ArchRule optionalIsOnlyReturned(Ground ground) {
        return classes()
                .should(condition("neither keep nor take an Optional", type -> Stream.concat(kept(type), taken(type))))
                .because("an Optional answers a question; what may be absent elsewhere is @Nullable or another method");
    }

    private static Stream<String> kept(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> isOptional(field.getRawType()))
                .map(field -> field.getFullName() + " keeps an Optional");
    }

    private static Stream<String> taken(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(SYNTHETIC)
                        && !method.getName().startsWith("lambda$"))
                .filter(method -> method.getRawParameterTypes().stream().anyMatch(StyleRules::isOptional))
                .map(method -> method.getFullName() + " takes an Optional");
    }

    private static boolean isOptional(JavaClass type) {
        return type.isEquivalentTo(Optional.class);
    }

    static ArchRule settingsAreHiddenRecords(Ground ground) {
        return classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould()
                .notBePublic()
                .because("settings are values with their defaults, next to their only reader");
    }

    static ArchRule cataloguesOfEventsAreSealed(Ground ground) {
        return classes()
                .that(ground.in(ROOT))
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameEndingWith("Event")
                .should(condition(
                        "be sealed interfaces of nested records",
                        type -> Stream.concat(unsealed(type), strays(type, ground))))
                .because("everything that a module says stands in one file, and a new fact breaks the compilation of "
                        + "whoever counts facts, not the figures (decisions/0002)");
    }

    private static Stream<String> unsealed(JavaClass type) {
        return type.isInterface() && type.reflect().isSealed()
                ? Stream.empty()
                : Stream.of(type.getName() + " is not a sealed interface");
    }

    private static Stream<String> strays(JavaClass catalogue, Ground ground) {
        return ground.classes().stream()
                .filter(type -> !type.equals(catalogue) && type.isAssignableTo(catalogue.getName()))
                .filter(type -> !type.isRecord()
                        || type.getEnclosingClass().filter(catalogue::equals).isEmpty())
                .map(type -> type.getName() + " is not a record inside " + catalogue.getSimpleName());
    }

    static ArchRule publicTypesSayWhatTheyAre(Ground ground) {
        return every("public types", Sources.publicTypes(ground))
                .should(condition(
                        "begin with a sentence",
                        type -> Stream.of(type)
                                .filter(it -> !it.hasSentence())
                                .map(it -> it + " has no sentence that defines it")))
                .because("the first sentence defines: who reads a name must not have to read the code");
    }
}
