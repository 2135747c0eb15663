package dev.fenliu.analytics.domain;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What figures are put together by. */
public enum By {
    SHOPS,
    AGENTS,
    GROUPS,
    SOURCES;

    /** The one with that code; shops unless it names another. */
    public static By named(@Nullable String code) {
        return Stream.of(values())
                .filter(by -> by.code().equals(code))
                .findFirst()
                .orElse(SHOPS);
    }

    /** The one with that code or name, in whatever case; shops without any. Throws {@link UnknownBreakdown}. */
    public static By asked(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return SHOPS;
        }
        return Stream.of(values())
                .filter(by -> by.name().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> new UnknownBreakdown(code));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    // Whose hours a shop's are is told by the people who had something to do there.
    public Face face() {
        return this == SOURCES ? Face.SOURCES : Face.PEOPLE;
    }
}
