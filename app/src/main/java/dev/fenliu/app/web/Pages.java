package dev.fenliu.app.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows which addresses are pages that one can go to: a form that was sent and came back stands at one that is not. */
@Component
class Pages {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Pages(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** That address if it is a page, else the nearest one above it. */
    String nearest(String address) {
        var query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        if (isPage(path)) return address;
        while (path.length() > 1) {
            path = path.substring(0, Math.max(1, path.lastIndexOf('/')));
            if (isPage(path)) return path;
        }
        return "/";
    }

    private boolean isPage(String path) {
        var parsed = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(it -> it.getHandlerMethods().keySet().stream())
                .anyMatch(route -> leads(route, parsed));
    }

    private static boolean leads(RequestMappingInfo route, PathContainer path) {
        var methods = route.getMethodsCondition().getMethods();
        var patterns = route.getPathPatternsCondition();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && patterns != null
                && patterns.getPatterns().stream().anyMatch(it -> it.matches(path));
    }
}
