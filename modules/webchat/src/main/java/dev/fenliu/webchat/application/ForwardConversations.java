package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Conversations go to somebody else: forwarded by their owner (轉發) or reassigned by whoever may do that (改派). */
@Service
public class ForwardConversations {
    /** Moves it and answers who has it now. */
    public MemberId forward(Acting by, ConversationId id, Target to, @Nullable String note, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Moves all open conversations of a member, in the shops where the one who acts may do that. Answers how many. */
    public int reassignAll(Acting by, MemberId from, Target to, @Nullable String note, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Where the conversation can be forwarded to now. */
    public Targets targets(Acting by, ConversationId id) {
        throw new UnsupportedOperationException();
    }
}
