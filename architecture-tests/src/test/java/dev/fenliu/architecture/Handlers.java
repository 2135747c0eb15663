package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/** The methods that answer requests. */
final class Handlers {
    private Handlers() {}

    static DescribedPredicate<JavaMethod> handlers() {
        return describe("answer requests", Handlers::isHandler);
    }

    static DescribedPredicate<JavaMethod> getHandlers() {
        return describe(
                "answer GET",
                method -> isHandler(method)
                        && Arrays.asList(mapping(method).orElseThrow().method()).contains(RequestMethod.GET));
    }

    static DescribedPredicate<JavaMethod> pageHandlers() {
        return describe(
                "answer with a page",
                method -> isHandler(method)
                        && !answersWithABody(method)
                        && method.getRawReturnType().isEquivalentTo(String.class));
    }

    static boolean isHandler(JavaMethod method) {
        return mapping(method).isPresent();
    }

    private static boolean answersWithABody(JavaMethod method) {
        return marked(method, ResponseBody.class)
                || marked(method.getOwner(), ResponseBody.class)
                || !marked(method.getOwner(), Controller.class);
    }

    /** The address under which it answers, as its class and it say. */
    static String path(JavaMethod method) {
        var ofClass = method.getOwner().tryGetAnnotationOfType(RequestMapping.class).stream()
                .flatMap(mapping -> Stream.of(mapping.value(), mapping.path()).flatMap(Arrays::stream))
                .findFirst()
                .orElse("");
        return ofClass + paths(method).findFirst().orElse("");
    }

    /** All of Spring's mapping annotations have the attributes of this one. */
    private static Optional<RequestMapping> mapping(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isEquivalentTo(RequestMapping.class)
                        || annotation.getRawType().isAnnotatedWith(RequestMapping.class))
                .findFirst()
                .flatMap(annotation -> annotation.getRawType().isEquivalentTo(RequestMapping.class)
                        ? method.tryGetAnnotationOfType(RequestMapping.class)
                        : annotation.getRawType().tryGetAnnotationOfType(RequestMapping.class));
    }

    /** The media types that it says it answers with. */
    static Stream<String> produces(JavaMethod method) {
        return attributes(method, "produces");
    }

    private static Stream<String> paths(JavaMethod method) {
        return attributes(method, "value", "path");
    }

    private static Stream<String> attributes(JavaMethod method, String... names) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(RequestMapping.class)
                        || annotation.getRawType().isEquivalentTo(RequestMapping.class))
                .flatMap(annotation -> Stream.of(names)
                        .flatMap(name -> annotation.get(name).stream())
                        .filter(String[].class::isInstance)
                        .flatMap(values -> Arrays.stream((String[]) values)));
    }

    private static boolean marked(JavaMethod method, Class<? extends Annotation> mark) {
        return method.isAnnotatedWith(mark) || method.isMetaAnnotatedWith(mark);
    }

    private static boolean marked(JavaClass type, Class<? extends Annotation> mark) {
        return type.isAnnotatedWith(mark) || type.isMetaAnnotatedWith(mark);
    }
}
