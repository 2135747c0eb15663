package dev.fenliu.webchat.web;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import org.jspecify.annotations.Nullable;

/**
 * Which list the desk shows, as its address says: a filter, or what a search has found.
 *
 * @param q what is looked for; null when nothing is, empty for everything from before
 * @param after where the list goes on
 * @param before where the search goes on
 */
record ListWish(
        @Nullable String filter,
        @Nullable String q,
        @Nullable DeskPlace after,
        @Nullable ConversationId before) {
    static final ListWish ALL = new ListWish(null, null, null, null);

    private static final String PAST = "past";

    public DeskFilter deskFilter() {
        return switch (filter == null ? "" : filter) {
            case "unread" -> DeskFilter.UNREAD;
            case "awaiting" -> DeskFilter.AWAITING;
            case "forwarded" -> DeskFilter.FORWARDED;
            default -> DeskFilter.ALL;
        };
    }

    /** What is looked for; null when the list shows a filter. */
    public @Nullable String words() {
        if (q != null && !q.isBlank()) {
            return q;
        }
        return PAST.equals(filter) ? "" : null;
    }

    /** How the address and the list call what is shown. */
    public String name() {
        var words = words();
        if (words != null) {
            return words.isEmpty() ? PAST : "search";
        }
        return switch (deskFilter()) {
            case ALL -> "all";
            case UNREAD -> "unread";
            case AWAITING -> "awaiting";
            case FORWARDED -> "forwarded";
        };
    }

    /** The same as a part of an address; null where it says nothing. */
    public @Nullable String named() {
        return switch (name()) {
            case "all", "search" -> null;
            default -> name();
        };
    }
}
