package dev.fenliu.analytics.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A path with its parameters, encoded whatever they hold; those without a value are left out. */
final class Link {
    private final UriComponentsBuilder path;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Link(String path) {
        this.path = UriComponentsBuilder.fromPath(path);
    }

    static Link to(String path) {
        return new Link(path);
    }

    Link with(String name, @Nullable Object value) {
        if (value != null) {
            path.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        return path.encode().buildAndExpand(values).toUriString();
    }
}
