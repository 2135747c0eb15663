package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Lists;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Owners hear which of their conversations the system closed although the buyer spoke last, until they have noticed. */
@Service
public class HearOfUnanswered {
    private static final int MOST = 20;

    private final Lists lists;
    private final Conversations conversations;
    private final Views views;

    HearOfUnanswered(Lists lists, Conversations conversations, Views views) {
        this.lists = lists;
        this.conversations = conversations;
        this.views = views;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ConversationView> of(Actor me) {
        return views.conversations(me.enterprise(), lists.unanswered(me.enterprise(), me.me(), MOST));
    }

    /** The owner has noticed these; what ended meanwhile is still to be told. */
    @Transactional
    public void noticed(Actor me, List<ConversationId> shown) {
        conversations.markUnansweredTold(
                me.enterprise(), me.me(), shown.stream().limit(MOST).toList());
    }
}
