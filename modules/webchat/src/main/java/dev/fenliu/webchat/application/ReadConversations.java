package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.Access.Sight;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.DeskCounts;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Lists;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Ratings;
import dev.fenliu.webchat.domain.Threads;
import dev.fenliu.webchat.domain.UnknownMessage;
import dev.fenliu.webchat.domain.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at conversations: owners at theirs with the buyer's whole history, others at what they may know of. */
@Service
@Transactional(readOnly = true)
public class ReadConversations {
    private static final int PAGE = 50;
    private static final int CATCH_UP = 500;
    private static final int WHOLE = 300;

    private final Lists lists;
    private final Threads threads;
    private final Messages messages;
    private final Ratings ratings;
    private final Access access;
    private final Views views;

    ReadConversations(Lists lists, Threads threads, Messages messages, Ratings ratings, Access access, Views views) {
        this.lists = lists;
        this.threads = threads;
        this.messages = messages;
        this.ratings = ratings;
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

    /** One of the buyer's conversations before that one, for whoever sees the whole history: its last lines. */
    public ThreadView earlier(Actor actor, ConversationId id, ConversationId earlier) {
        var conversation = listed(actor.enterprise(), id).conversation();
        var before = listed(actor.enterprise(), earlier);
        var sameBuyer = before.conversation()
                .origin()
                .buyer()
                .equals(conversation.origin().buyer());
        if (access.require(actor, conversation) != Sight.HISTORY || !sameBuyer || earlier.compareTo(id) > 0) {
            throw new UnknownConversation();
        }
        var page = Page.ofLast(threads.linesBefore(actor.enterprise(), earlier, Long.MAX_VALUE, WHOLE + 1), WHOLE);
        return new ThreadView(
                views.conversation(actor.enterprise(), before),
                false,
                views.lines(actor.enterprise(), page.items()),
                null);
    }

    /** The latest conversation of the buyer with that id at the shop's side. */
    public Optional<ConversationView> latestOf(EnterpriseId enterprise, ShopId shop, String buyer) {
        return threads.buyer(enterprise, shop, buyer)
                .flatMap(known -> lists.these(enterprise, List.of(known.latest())).stream()
                        .findFirst())
                .map(found -> views.conversation(enterprise, found));
    }

    /** Conversations of the whole enterprise account: for programs, and for members who may see all. */
    public Slice<ConversationView> search(Actor actor, Wanted wanted, @Nullable ConversationId before, int limit) {
        var within = access.requireAll(actor, wanted);
        var page = Page.of(lists.search(actor.enterprise(), wanted, within, before, limit + 1), limit);
        return new Slice<>(
                views.conversations(actor.enterprise(), page.items()),
                page.next(last -> last.conversation().id().toString()));
    }

    /** How many there are to be found so; null where they might be as many as there ever were. */
    public @Nullable Integer count(Actor actor, Wanted wanted) {
        var within = access.requireAll(actor, wanted);
        return wanted.living() ? lists.count(actor.enterprise(), wanted, within) : null;
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
        // What agents note for one another is for their desks alone: a program may show to the buyer whatever it reads.
        var told = page.items().stream()
                .filter(line -> line.notice() != Notice.NOTE)
                .toList();
        return new Slice<>(
                views.lines(actor.enterprise(), told),
                page.next(last -> last.id().toString()));
    }

    /** The buyer's own chat with the shop: its last lines, or those before a place. */
    public BuyerThread ofBuyer(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position before) {
        var known = threads.buyer(enterprise, shop, buyer).orElse(null);
        if (known == null) {
            return BuyerThread.NEVER_WROTE;
        }
        var end = before == null ? new Position(known.latest(), Long.MAX_VALUE) : before;
        var page = Page.ofLast(threads.history(enterprise, known.id(), end.upTo(known.latest()), PAGE + 1), PAGE);
        var latest = listed(enterprise, known.latest()).conversation();
        var ended = latest.state() == ConversationState.CLOSED;
        return new BuyerThread(
                known.id(),
                latest.state(),
                views.buyerLines(page.items()),
                page.previous(Message::position),
                ended && ratings.of(enterprise, latest.id()).isEmpty() ? latest.id() : null,
                known.blocked());
    }

    /** The lines of the buyer's own chat that came after a place; from its beginning if the place is null. */
    public List<BuyerLine> ofBuyerAfter(EnterpriseId enterprise, ShopId shop, String buyer, @Nullable Position after) {
        var start = after == null ? new Position(new ConversationId(0), 0) : after;
        return threads.buyer(enterprise, shop, buyer)
                .map(known -> threads.historyAfter(enterprise, known.id(), start, known.latest(), CATCH_UP))
                .map(views::buyerLines)
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
        return views.buyerLines(threads.linesOfSeveral(enterprise, afterSeq, CATCH_UP));
    }

    private Listed listed(EnterpriseId enterprise, ConversationId id) {
        return lists.these(enterprise, List.of(id)).stream().findFirst().orElseThrow(UnknownConversation::new);
    }
}
