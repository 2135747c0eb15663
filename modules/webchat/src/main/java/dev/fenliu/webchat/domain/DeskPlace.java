package dev.fenliu.webchat.domain;

import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import java.util.regex.Pattern;

/** A place in the desk's list, which is ordered by the time of the last message. */
public record DeskPlace(Instant lastTalkedAt, ConversationId conversation) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,11})\\.(\\d{6})-(\\d{1,20})");

    /** Reads what {@link #toString} writes. Throws {@link NumberFormatException} for anything else. */
    public static DeskPlace of(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new NumberFormatException("no place in a list: " + text);
        }
        var at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1_000);
        return new DeskPlace(at, ConversationId.of(parts.group(3)));
    }

    @Override
    public String toString() {
        return "%d.%06d-%s".formatted(lastTalkedAt.getEpochSecond(), lastTalkedAt.getNano() / 1_000, conversation);
    }
}
