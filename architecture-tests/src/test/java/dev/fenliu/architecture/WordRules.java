package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.fenliu.architecture.Layer.APP;
import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.fenliu.accounts.Refusal;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people read. */
final class WordRules {
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");

    private WordRules() {}

    static ArchRule everyWordOfATemplateExists(Ground ground) {
        var words = Words.of(ground);
        return every("templates", Template.of(ground))
                .should(condition(
                        "speak in words of the bundles",
                        template -> Stream.concat(
                                        template.elements().stream()
                                                .flatMap(element -> element.attributes().values().stream()
                                                        .flatMap(WordRules::keys)
                                                        .filter(key -> !words.haveInBothLanguages(key))
                                                        .map(key -> "#{" + key + "} in " + element)),
                                        template.texts().stream()
                                                .flatMap(text -> keys(text.words())
                                                        .filter(key -> !words.haveInBothLanguages(key))
                                                        .map(key -> "#{" + key + "} in " + template.name() + ".html:"
                                                                + text.line())))
                                .distinct()))
                .because("a key without words shows as ??key?? on the page");
    }

    private static Stream<String> keys(String text) {
        return KEY.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    static ArchRule everyRefusalHasASentence(Ground ground) {
        var words = Words.of(ground);
        return classes()
                .that()
                .areAssignableTo(Refusal.class)
                .and(not(modifier(ABSTRACT)))
                .should(condition("have a constant code with a sentence in both languages", type -> {
                    var code = code(type);
                    return code == null
                            ? Stream.of(type.getName() + " has no constant code")
                            : Stream.of(code)
                                    .filter(it -> !words.haveInBothLanguages("refusal." + it))
                                    .map(it -> "refusal." + it + " of " + type.getName() + " has no words");
                }))
                .because("whoever is refused reads a clear sentence in their own language");
    }

    /** The first string that its constructor hands on. */
    private static @Nullable String code(JavaClass type) {
        return Constants.model(type).methods().stream()
                .filter(method -> method.methodName().equalsString("<init>"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(ConstantInstruction.class::isInstance)
                .map(element -> ((ConstantInstruction) element).constantValue())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    static ArchRule whatIsThrownIsARefusal(Ground ground) {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and(ground.outside(APP))
                .and(not(modifier(ABSTRACT)))
                .should(condition(
                        "be final refusals",
                        type -> Stream.of(type)
                                .filter(it -> !it.isAssignableTo(Refusal.class)
                                        || !it.getModifiers().contains(FINAL))
                                .map(it -> it.getName() + " is not a final refusal")))
                .because("what the rules refuse is a type named by the sentence that is true; anything else that is "
                        + "thrown means that we are wrong, and the JDK has words for that");
    }
}
