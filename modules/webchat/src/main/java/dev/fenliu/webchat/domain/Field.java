package dev.fenliu.webchat.domain;

import org.jspecify.annotations.Nullable;

/** Checks what was typed or sent; characters are counted as people see them, not as the machine stores them. */
final class Field {
    private Field() {}

    /** Refuses what is blank or too long. */
    static String require(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new FieldIsEmpty(field);
        }
        return limit(field, value, longest);
    }

    /** Refuses what is too long. */
    static <T extends @Nullable String> T limit(String field, T value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            throw new FieldIsTooLong(field, longest);
        }
        return value;
    }
}
