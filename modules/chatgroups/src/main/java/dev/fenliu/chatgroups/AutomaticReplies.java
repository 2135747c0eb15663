package dev.fenliu.chatgroups;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop answers by itself (自動回覆).
 *
 * @param replies of every kind, on or off
 */
public record AutomaticReplies(Map<Kind, Reply> replies, OpeningHours hours) {
    /** Of a shop that never set any up. */
    public static final AutomaticReplies NONE = new AutomaticReplies(Map.of(), OpeningHours.USUAL);

    public AutomaticReplies {
        var whole = new EnumMap<Kind, Reply>(Kind.class);
        for (var kind : Kind.values()) whole.put(kind, replies.getOrDefault(kind, Reply.OFF));
        replies = whole;
    }

    /** When a reply is due. Of several, the first one named here is sent. */
    public enum Kind {
        /** The buyer writes outside the shop's hours. */
        OUTSIDE_HOURS,
        /** The buyer writes while nobody who may answer is online. */
        NOBODY_ONLINE,
        /** The buyer begins a conversation. */
        FIRST_MESSAGE
    }

    /**
     * One reply.
     *
     * @param text with the placeholders {@code {buyer}} and {@code {shop}}
     */
    public record Reply(boolean enabled, String text) {
        static final Reply OFF = new Reply(false, "");
    }

    public Reply of(Kind kind) {
        return replies.getOrDefault(kind, Reply.OFF);
    }

    /** The words of a reply that is on. */
    public Optional<String> text(Kind kind) {
        return Optional.of(of(kind)).filter(Reply::enabled).map(Reply::text);
    }

    /** Whether anything is ever sent. */
    public boolean any() {
        return replies.values().stream().anyMatch(Reply::enabled);
    }
}
