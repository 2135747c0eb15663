package dev.fenliu.webchat.application;

import java.util.Locale;

/** The part of a line around the words that were looked for. */
public record Snippet(String before, String hit, String after) {
    private static final int BEFORE = 12;
    private static final int AFTER = 60;

    /** The database compares more generously than we do here: what it found may not stand there letter by letter. */
    static Snippet of(String line, String words) {
        var text = line.replaceAll("\\s+", " ");
        var at = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        if (at < 0 || at + words.length() > text.length()) {
            return new Snippet(cut(text, 0, AFTER), "", "");
        }
        var end = at + words.length();
        var start = Math.max(0, at - BEFORE);
        return new Snippet(
                (start > 0 ? "…" : "") + cut(text, start, at), text.substring(at, end), cut(text, end, end + AFTER));
    }

    // Never through the middle of a character of two code units.
    private static String cut(String text, int from, int to) {
        var end = Math.min(to, text.length());
        var start = from > 0 && from < end && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        var stop =
                end > start && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(Math.min(start, stop), stop);
    }
}
