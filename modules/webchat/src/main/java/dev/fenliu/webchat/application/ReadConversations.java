package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.Access.Sight;
import dev.fenliu.webchat.domain.DeskCounts;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Lists;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Threads;
import dev.fenliu.webchat.domain.UnknownMessage;
import dev.fenliu.webchat.domain.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at conversations: owners at theirs with the buyer's whole history, others at what they may know of. */
@Service
@Transactional(readOnly = true)
public class ReadConversations {
    private static final int PAGE = 50;
    private static final int CATCH_UP = 500;

    private final Lists lists;
    private final Threads threads;
    private final Messages messages;
    private final Access access;
    private final Views views;

    ReadConversations(Lists lists, Threads threads, Messages messages, Access access, Views views) {
        this.lists = lists;
        this.threads = threads;
        this.messages = messages;
        this.access = access;
        this.views = views;
    }

    /** The signed-in agent's own open conversations, the last talked in first. */
    public DeskView desk(Actor me, DeskFilter filter, @Nullable DeskPlace after) {
        var listed = lists.desk(me.enterprise(), me.me(), filter, after, PAGE + 1);
        var page = Page.of(listed, PAGE);
        return new DeskView(
                views.conversations(me.enterprise(), page.items()),
                page.next(last -> new DeskPlace(
                                last.conversation().talk().lastTalkedAt(),
                                last.conversation().id())
                        .toString()),
                lists.counts(me.enterprise(), me.me()));
    }

    public ConversationView conversation(Actor actor, ConversationId id) {
        var listed = listed(actor.enterprise(), id);
        access.require(actor, listed.conversation());
        return views.conversation(actor.enterprise(), listed);
    }

    /** The conversation with its last lines, or those before a place. */
    public ThreadView thread(Actor actor, ConversationId id, @Nullable Position before) {
        var listed = listed(actor.enterprise(), id);
        var conversation = listed.conversation();
        var sight = access.require(actor, conversation);
        var end = before == null ? new Position(id, Long.MAX_VALUE) : before;
        var page = Page.ofLast(
                sight == Sight.HISTORY
                        ? threads.history(
                                actor.enterprise(), conversation.origin().buyer(), end.upTo(id), PAGE + 1)
                        : threads.linesBefore(actor.enterprise(), id, end.within(id), PAGE + 1),
                PAGE);
        var writable = actor.member() != null
                && actor.member().equals(conversation.owner())
                && !conversation.state().isClosed();
        return new ThreadView(
                views.conversation(actor.enterprise(), listed),
                writable,
                views.lines(actor.enterprise(), page.items()),
                page.previous(Message::position));
    }

    /** The lines that came after a place in the thread: what a page asks for after a gap. */
    public List<LineView> linesAfter(Actor actor, ConversationId id, Position after) {
        var conversation = listed(actor.enterprise(), id).conversation();
        var lines = access.require(actor, conversation) == Sight.HISTORY
                ? threads.historyAfter(actor.enterprise(), conversation.origin().buyer(), after, id, CATCH_UP)
                : threads.lines(actor.enterprise(), id, after.within(id), CATCH_UP);
        return views.lines(actor.enterprise(), lines);
    }

    /** Conversations of the whole enterprise account, for programs. */
    public Slice<ConversationView> search(Actor actor, Wanted wanted, @Nullable ConversationId before, int limit) {
        access.requireAll(actor, wanted);
        var page = Page.of(lists.search(actor.enterprise(), wanted, before, limit + 1), limit);
        return new Slice<>(
                views.conversations(actor.enterprise(), page.items()),
                page.next(last -> last.conversation().id().toString()));
    }

    /** The lines of one conversation in their order, after one of them. */
    public Slice<LineView> messages(Actor actor, ConversationId id, @Nullable MessageId after, int limit) {
        access.require(actor, listed(actor.enterprise(), id).conversation());
        var afterSeq = after == null
                ? 0
                : messages.find(actor.enterprise(), after)
                        .filter(line -> line.conversation().equals(id))
                        .orElseThrow(() -> new UnknownMessage("after"))
                        .seq();
        var page = Page.of(threads.lines(actor.enterprise(), id, afterSeq, limit + 1), limit);
        return new Slice<>(
                views.lines(actor.enterprise(), page.items()),
                page.next(last -> last.id().toString()));
    }

    /** The buyer's own chat with the shop: its last lines, or those before a place. */
    public BuyerThread ofBuyer(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position before) {
        var known = threads.buyer(enterprise, shop, buyer).orElse(null);
        if (known == null) {
            return new BuyerThread(null, null, List.of(), null);
        }
        var end = before == null ? new Position(known.latest(), Long.MAX_VALUE) : before;
        var page = Page.ofLast(threads.history(enterprise, known.id(), end.upTo(known.latest()), PAGE + 1), PAGE);
        return new BuyerThread(
                known.id(),
                listed(enterprise, known.latest()).conversation().state(),
                BuyerLine.of(page.items()),
                page.previous(Message::position));
    }

    /** The lines of the buyer's own chat that came after a place; from its beginning if the place is null. */
    public List<BuyerLine> ofBuyerAfter(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position after) {
        var start = after == null ? new Position(new ConversationId(0), 0) : after;
        return threads.buyer(enterprise, shop, buyer)
                .map(known -> threads.historyAfter(enterprise, known.id(), start, known.latest(), CATCH_UP))
                .map(BuyerLine::of)
                .orElse(List.of());
    }

    /** For streams, which were authorised when they opened: those of the conversations that are still there. */
    public List<ConversationView> shown(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        return views.conversations(enterprise, lists.these(enterprise, conversations));
    }

    /** For streams: how many conversations an agent has open and unread. One statement. */
    public DeskCounts counts(EnterpriseId enterprise, MemberId owner) {
        return lists.counts(enterprise, owner);
    }

    /** For streams: the lines of several conversations after the given numbers, in their order. One statement. */
    public List<LineView> linesAfter(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq) {
        return views.lines(enterprise, threads.linesOfSeveral(enterprise, afterSeq, CATCH_UP));
    }

    /** For streams: the same lines as the buyers see them, without internal ones. */
    public List<BuyerLine> buyerLinesAfter(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq) {
        return BuyerLine.of(threads.linesOfSeveral(enterprise, afterSeq, CATCH_UP));
    }

    private Listed listed(EnterpriseId enterprise, ConversationId id) {
        return lists.these(enterprise, List.of(id)).stream().findFirst().orElseThrow(UnknownConversation::new);
    }
}
