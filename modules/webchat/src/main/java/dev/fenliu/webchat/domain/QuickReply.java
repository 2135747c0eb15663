package dev.fenliu.webchat.domain;

import dev.fenliu.webchat.ReplyId;
import org.jspecify.annotations.Nullable;

/** An answer kept ready; {buyer}, {shop} and {agent} in it stand for their names. */
public record QuickReply(ReplyId id, String title, String text) {
    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 60;

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 2_000;

    /** As it was typed, without space around it. Refuses what is empty or too long. */
    public static QuickReply typed(ReplyId id, @Nullable String title, @Nullable String text) {
        return new QuickReply(
                id,
                Field.require("title", title, LONGEST_TITLE).strip(),
                Field.require("text", text, LONGEST_TEXT).strip());
    }

    /** The text with names in the places of the variables; whatever else is in braces stays as it is. */
    public String filled(String buyer, String shop, String agent) {
        var filled = new StringBuilder();
        var from = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            var name = named(open, buyer, shop, agent);
            if (name != null) {
                filled.append(text, from, open).append(name);
                from = text.indexOf('}', open) + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    // In one pass: a buyer who is called {agent} stays so.
    private @Nullable String named(int open, String buyer, String shop, String agent) {
        return text.startsWith("{buyer}", open)
                ? buyer
                : text.startsWith("{shop}", open) ? shop : text.startsWith("{agent}", open) ? agent : null;
    }
}
