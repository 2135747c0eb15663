package dev.fenliu.webhooks.domain;

import java.util.Arrays;
import java.util.Optional;

/** A kind of event that a program can ask to be told of. Its word is part of the API. */
public enum Topic {
    /** A buyer's first message opened a conversation. */
    CONVERSATION_OPENED("conversation.opened"),
    /** A conversation has another owner, or waits after having had one. */
    CONVERSATION_ASSIGNED("conversation.assigned"),
    /** Its owner has read it. */
    CONVERSATION_READ("conversation.read"),
    /** It is over. */
    CONVERSATION_CLOSED("conversation.closed"),
    /** The buyer said how good it was. */
    CONVERSATION_RATED("conversation.rated"),
    /** A buyer wrote. */
    MESSAGE_RECEIVED("message.received"),
    /** An agent answered, or the shop by itself. */
    MESSAGE_SENT("message.sent"),
    /** An agent came, hid or went. */
    PRESENCE_CHANGED("presence.changed");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    /** Such as {@code conversation.opened}. */
    public String word() {
        return word;
    }

    /** Empty for a word that stands for nothing. */
    public static Optional<Topic> worded(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
