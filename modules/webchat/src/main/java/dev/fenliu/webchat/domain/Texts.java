package dev.fenliu.webchat.domain;

import org.jspecify.annotations.Nullable;

/** What may be written: by whom does not matter. */
public final class Texts {
    /** The longest message, in characters. */
    public static final int LONGEST_MESSAGE = 5_000;

    /** The longest note of a forward, in characters. */
    public static final int LONGEST_NOTE = 500;

    /** The longest words that can be looked for, in characters. */
    public static final int LONGEST_SEARCH = 100;

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_PREVIEW = 200;

    private Texts() {}

    /** The text as it is stored, without space around it. Refuses an empty and a too long one. */
    public static String message(@Nullable String text) {
        return Field.require("text", text, LONGEST_MESSAGE).strip();
    }

    /** The note as it is stored; empty for none. Refuses a too long one. */
    public static String note(@Nullable String note) {
        return note == null ? "" : Field.limit("note", note.strip(), LONGEST_NOTE);
    }

    /** What is looked for, without space around it; empty for everything. Refuses too much. */
    public static String search(String words) {
        return Field.limit("q", words.strip(), LONGEST_SEARCH);
    }

    /** What a page calls a message of its own; null for none. Refuses an empty and a too long one. */
    public static @Nullable String key(@Nullable String key) {
        return key == null ? null : Field.require("key", key, LONGEST_KEY);
    }

    /** The beginning of a message on one line, for lists. */
    static String preview(String text) {
        var line = text.replaceAll("\\s+", " ");
        var characters = line.codePointCount(0, line.length());
        return characters <= LONGEST_PREVIEW ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_PREVIEW));
    }
}
