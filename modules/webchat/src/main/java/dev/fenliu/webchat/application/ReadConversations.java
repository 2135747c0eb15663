package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looking at conversations: owners at theirs with the buyer's whole history, others at what they may know of. */
@Service
public class ReadConversations {
    /** The signed-in agent's own open conversations, the last talked in first. */
    public DeskView desk(Actor me, DeskFilter filter, @Nullable DeskPlace after) {
        throw new UnsupportedOperationException();
    }

    public ConversationView conversation(Actor actor, ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /** The conversation with its last lines, or those before a place. */
    public ThreadView thread(Actor actor, ConversationId id, @Nullable Position before) {
        throw new UnsupportedOperationException();
    }

    /** The lines that came after a place in the thread: what a page asks for after a gap. */
    public List<LineView> linesAfter(Actor actor, ConversationId id, Position after) {
        throw new UnsupportedOperationException();
    }

    /** Conversations of the whole enterprise account, for programs. */
    public Slice<ConversationView> search(Actor actor, Wanted wanted, @Nullable ConversationId before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The lines of one conversation in their order, after one of them. */
    public Slice<LineView> messages(Actor actor, ConversationId id, @Nullable MessageId after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The buyer's own chat with the shop: its last lines, or those before a place. */
    public BuyerThread ofBuyer(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position before) {
        throw new UnsupportedOperationException();
    }

    /** The lines of the buyer's own chat that came after a place; from its beginning if the place is null. */
    public List<BuyerLine> ofBuyerAfter(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position after) {
        throw new UnsupportedOperationException();
    }

    /** For streams, which were authorised when they opened: those of the conversations that are still there. */
    public List<ConversationView> shown(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        throw new UnsupportedOperationException();
    }

    /** For streams: the lines of several conversations after the given numbers, in their order. One statement. */
    public List<LineView> linesAfter(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq) {
        throw new UnsupportedOperationException();
    }

    /** For streams: the same lines as the buyers see them, without internal ones. */
    public List<BuyerLine> buyerLinesAfter(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq) {
        throw new UnsupportedOperationException();
    }
}
