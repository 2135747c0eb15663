package dev.fenliu.webchat.application;

import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What owners do with their conversations: answer, read, close. */
@Service
public class AnswerConversations {
    /** Answers, which marks the conversation read. The same key again changes nothing and answers the same line. */
    public LineView reply(Acting by, ConversationId id, String text, @Nullable String key, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Marks it read up to that line, or wholly. */
    public void read(Acting by, ConversationId id, @Nullable MessageId upTo, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Ends it, unless the buyer wrote after that line, if it is given. */
    public void close(Acting by, ConversationId id, @Nullable MessageId upTo, Instant now) {
        throw new UnsupportedOperationException();
    }
}
