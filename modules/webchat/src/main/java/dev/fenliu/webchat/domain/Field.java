package dev.fenliu.webchat.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what was typed or sent; characters are counted as people see them, not as the machine stores them. */
final class Field {
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}]");

    private Field() {}

    /** Refuses what shows nothing, or too much. */
    static String require(String field, @Nullable String value, int longest) {
        if (value == null || !VISIBLE.matcher(value).find()) {
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
