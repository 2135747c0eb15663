package dev.fenliu.app.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;
import java.util.regex.Pattern;

/** Names a part of the API's documentation after its controller too: many of them have a {@code Wish}. */
class SchemaNames extends TypeNameResolver {
    private static final Pattern CONTROLLER = Pattern.compile("(Api|Controller)$");
    private static final Pattern BODY = Pattern.compile("Json$");

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var outer = type.getEnclosingClass();
        var name = without(BODY, type);
        return outer == null ? name : without(CONTROLLER, outer) + name;
    }

    private static String without(Pattern ending, Class<?> type) {
        return ending.matcher(type.getSimpleName()).replaceFirst("");
    }
}
