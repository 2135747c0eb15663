package dev.fenliu.access;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * What the program answers to, as it is running.
 *
 * @param parts those that also answer with a part of a page
 */
record Routes(Set<String> all, Set<String> parts, Set<String> streams) {
    // Filters and resource handlers answer to these, no controller does.
    private static final List<String> WITHOUT_CONTROLLER = List.of(
            "GET /assets/**",
            "GET /favicon.ico",
            "POST /login",
            "POST /login/code",
            "POST /login/webauthn",
            "POST /webauthn/authenticate/options",
            "POST /logout");
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z]+(\\|[a-z]+)+)}");

    static Routes of(Collection<RequestMappingInfoHandlerMapping> mappings) {
        var routes = new Routes(new TreeSet<>(WITHOUT_CONTROLLER), new TreeSet<>(), new TreeSet<>());
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(routes::add));
        return routes;
    }

    private void add(RequestMappingInfo mapping, HandlerMethod handler) {
        var methods = mapping.getMethodsCondition().getMethods();
        for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            for (var pattern : mapping.getPatternValues()) {
                choices(pattern.isEmpty() ? "/" : pattern)
                        .map(it -> method + " " + it)
                        .forEach(route -> {
                            all.add(route);
                            if (handler.hasMethodAnnotation(HxRequest.class)) parts.add(route);
                            if (mapping.getProducesCondition()
                                    .getProducibleMediaTypes()
                                    .contains(MediaType.TEXT_EVENT_STREAM)) {
                                streams.add(route);
                            }
                        });
            }
        }
    }

    /** A path that names alternatives stands for as many. */
    private static Stream<String> choices(String pattern) {
        var choice = CHOICE.matcher(pattern);
        if (!choice.find()) return Stream.of(pattern);
        return Stream.of(choice.group(1).split("\\|"))
                .map(it -> pattern.substring(0, choice.start()) + it + pattern.substring(choice.end()))
                .flatMap(Routes::choices);
    }
}
