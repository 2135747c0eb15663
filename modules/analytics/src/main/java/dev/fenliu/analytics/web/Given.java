package dev.fenliu.analytics.web;

import org.jspecify.annotations.Nullable;

/** What a request gives: a parameter that is there and empty is as if absent. */
final class Given {
    private Given() {}

    static @Nullable String text(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }
}
