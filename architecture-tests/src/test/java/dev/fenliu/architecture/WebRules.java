package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.fenliu.architecture.Layer.APPLICATION;
import static dev.fenliu.architecture.Layer.LIVE;
import static dev.fenliu.architecture.Layer.WEB;
import static dev.fenliu.architecture.Things.condition;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.fenliu.accounts.Actor;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a request may do, and who must be known to make it. */
final class WebRules {
    private WebRules() {}

    static ArchRule handlersNameTheirVerb(Ground ground) {
        return noMethods()
                .that(ground.memberIn(WEB, LIVE, Layer.APP))
                // What goes wrong, goes wrong under any verb.
                .and()
                .areDeclaredInClassesThat(not(assignableTo(ErrorController.class)))
                .should()
                .beAnnotatedWith(RequestMapping.class)
                .because("without a verb a handler answers to all of them, GET and its missing CSRF token included");
    }

    static ArchRule readingChangesNothing(Ground ground) {
        return methods()
                .that(Handlers.getHandlers())
                .and(ground.memberIn(WEB, LIVE))
                .should(condition(
                        "call no use case that writes",
                        method -> isStream(method)
                                ? Stream.empty()
                                : Calls.from(method, type -> ground.isIn(type, WEB, LIVE))
                                        .filter(call -> writes(ground, call))
                                        .map(call -> method.getDescription() + " is a GET that writes: "
                                                + call.getDescription())))
                .because("a GET is followed by prefetchers, reloads and foreign pages, without a CSRF token; an open "
                        + "stream alone tells that somebody is there");
    }

    private static boolean isStream(JavaMethod method) {
        return Handlers.produces(method).anyMatch(MediaType.TEXT_EVENT_STREAM_VALUE::equals);
    }

    private static boolean writes(Ground ground, JavaMethodCall call) {
        return call.getTarget().resolveMember().stream()
                .anyMatch(called -> answering(ground, called).anyMatch(Transactions::mayWrite));
    }

    /** The method itself, or those use cases that answer it when it is a question of a contract. */
    private static Stream<JavaMethod> answering(Ground ground, JavaMethod called) {
        var owner = called.getOwner();
        if (!owner.isInterface()) {
            return ground.isIn(owner, APPLICATION) ? Stream.of(called) : Stream.empty();
        }
        var parameters =
                called.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return ground.classes().stream()
                .filter(type ->
                        ground.isIn(type, APPLICATION) && !type.isInterface() && type.isAssignableTo(owner.getName()))
                .flatMap(type -> type.tryGetMethod(called.getName(), parameters).stream());
    }

    static ArchRule theApiKnowsWhoAsks(Ground ground) {
        return methods()
                .that(Handlers.handlers())
                .and(ground.memberIn(WEB, LIVE))
                .should(condition(
                        "take the acting person when it belongs to the API",
                        method -> Stream.of(method)
                                .filter(it -> Handlers.path(it).startsWith("/api/"))
                                .filter(it -> it.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Actor.class)))
                                .map(it -> it.getDescription() + " does not know who asks")))
                .because(
                        "every use case checks the permission of whoever asks, and the tenant comes from nowhere else");
    }
}
