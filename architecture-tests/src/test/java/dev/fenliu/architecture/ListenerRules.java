package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.fenliu.architecture.Layer.APP;
import static dev.fenliu.architecture.Layer.APPLICATION;
import static dev.fenliu.architecture.Layer.LIVE;
import static dev.fenliu.architecture.Layer.ROOT;
import static dev.fenliu.architecture.Layer.WEB;
import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;
import static org.springframework.core.Ordered.LOWEST_PRECEDENCE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Three kinds of listeners, each visible in its annotation and its place. */
final class ListenerRules {
    private ListenerRules() {}

    static ArchRule truthIsHeardInTheSpeakersTransaction(Ground ground) {
        return methods()
                .that(listenToUs(ground))
                .and(ground.memberIn(APPLICATION))
                .should(condition(
                        "be transactional with propagation MANDATORY",
                        method -> Stream.of(method)
                                .filter(it -> Transactions.of(it)
                                        .filter(transaction -> transaction.propagation() == Propagation.MANDATORY)
                                        .isEmpty())
                                .map(it -> it.getDescription() + " joins no transaction for certain")))
                .because("what a use case hears is part of the same truth: it happens in the speaker's transaction or "
                        + "not at all, and a fact said outside one fails at once (decisions/0005)");
    }

    static ArchRule truthIsHeardInOrder(Ground ground) {
        var hearers = useCasesThatListen(ground);
        return every(
                        "facts",
                        ground.classes().that(ground.in(ROOT)).stream()
                                .filter(JavaClass::isRecord)
                                .toList())
                .should(condition("be heard by use cases in a certain order", fact -> {
                    var all = hearers.stream().filter(it -> hears(it, fact)).toList();
                    var orders = all.stream()
                            .map(it -> it.tryGetAnnotationOfType(Order.class)
                                    .map(Order::value)
                                    .orElse(LOWEST_PRECEDENCE))
                            .distinct();
                    return orders.count() == all.size()
                            ? Stream.empty()
                            : all.stream().map(it -> fact.getName() + " is heard by " + it.getFullName());
                }))
                .because("several hear one fact in one transaction, and who writes first must not depend on a bean's "
                        + "name: each has an @Order of its own");
    }

    private static boolean hears(JavaMethod listener, JavaClass fact) {
        return heard(listener).anyMatch(type -> fact.isAssignableTo(type.getName()));
    }

    static ArchRule listenersKnowTheirPlace(Ground ground) {
        return methods()
                .that()
                .areAnnotatedWith(EventListener.class)
                .should()
                .beDeclaredInClassesThat(ground.in(APPLICATION, WEB, LIVE, APP))
                .because("the inside is told by use cases and persistence by the domain; neither listens");
    }

    static ArchRule whatMustHappenIsARegistryListenerOfAUseCase(Ground ground) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(ground.outside(APPLICATION))
                .should()
                .beAnnotatedWith(ApplicationModuleListener.class)
                .because("what must happen after the commit is recorded, retried and idempotent: a use case");
    }

    static ArchRule nobodyListensAfterTheCommitByAnnotation(Ground ground) {
        return noMethods()
                .should()
                .beAnnotatedWith(TransactionalEventListener.class)
                .because(
                        "each such push costs an empty transaction and a delete in the event registry; a screen is told "
                                + "by a synchronization after the commit (decisions/0005)");
    }

    static ArchRule screensAreToldAfterTheCommit(Ground ground) {
        return methods()
                .that(listenToUs(ground))
                .and(ground.memberIn(WEB, LIVE))
                .should(condition(
                        "register a synchronization",
                        method -> Stream.of(method)
                                .filter(it -> Calls.from(it, call -> ground.isIn(call, WEB, LIVE))
                                        .noneMatch(call -> call.getTargetOwner()
                                                        .isEquivalentTo(TransactionSynchronizationManager.class)
                                                && call.getName().equals("registerSynchronization")))
                                .map(it -> it.getDescription() + " shows what may yet be rolled back")))
                .because(
                        "a screen shows nothing that is not stored, and a slow screen must not hold a transaction open");
    }

    static ArchRule screensHearTheLastWord(Ground ground) {
        var useCases = useCasesThatListen(ground);
        return methods()
                .that(listenToUs(ground))
                .and(ground.memberIn(WEB, LIVE))
                .should(condition(
                        "hear no foreign fact that a use case of their module hears too",
                        method -> heard(method)
                                .filter(fact -> !module(ground, fact).equals(module(ground, method.getOwner())))
                                .filter(fact -> useCases.stream()
                                        .filter(it ->
                                                module(ground, it.getOwner()).equals(module(ground, method.getOwner())))
                                        .anyMatch(it -> hearAlike(it, fact)))
                                .map(fact -> method.getDescription() + " hears " + fact.getName())))
                .because(
                        "what a module makes of a fact it says in one of its own, once its state is saved: that is what "
                                + "its screens show, or they show half of it");
    }

    private static boolean hearAlike(JavaMethod listener, JavaClass fact) {
        return heard(listener)
                .anyMatch(type -> fact.isAssignableTo(type.getName()) || type.isAssignableTo(fact.getName()));
    }

    private static List<JavaMethod> useCasesThatListen(Ground ground) {
        return ground.classes().stream()
                .filter(type -> ground.isIn(type, APPLICATION))
                .flatMap(type -> type.getMethods().stream())
                .filter(listenToUs(ground))
                .toList();
    }

    private static DescribedPredicate<JavaMethod> listenToUs(Ground ground) {
        return describe(
                "listen to facts of ours",
                method -> method.isAnnotatedWith(EventListener.class)
                        && heard(method).anyMatch(fact -> ground.place(fact).isPresent()));
    }

    /** What a listener hears: its parameter, or the classes that its annotation names. */
    private static Stream<JavaClass> heard(JavaMethod method) {
        var annotation = method.getAnnotationOfType(EventListener.class.getName());
        var named = Stream.of("value", "classes")
                .flatMap(attribute -> annotation.get(attribute).stream())
                .filter(JavaClass[].class::isInstance)
                .flatMap(classes -> Stream.of((JavaClass[]) classes));
        return Stream.concat(method.getRawParameterTypes().stream(), named);
    }

    private static String module(Ground ground, JavaClass type) {
        return ground.place(type).map(Place::module).orElse("");
    }
}
