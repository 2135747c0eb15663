package dev.fenliu.chatgroups.domain;

import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.chatgroups.AutomaticReplies.Reply;
import java.util.Locale;

/** The words of an automatic reply: at most 500 characters, and some if it is on. */
public final class ReplyText {
    public static final int MOST = 500;

    private ReplyText() {}

    public static Reply of(Kind kind, boolean enabled, String text) {
        var words = text.strip();
        if (words.codePointCount(0, words.length()) > MOST) throw new ReplyTextTooLong(field(kind), MOST);
        if (enabled && words.isEmpty()) throw new ReplyTextMissing(field(kind));
        return new Reply(enabled, words);
    }

    private static String field(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
