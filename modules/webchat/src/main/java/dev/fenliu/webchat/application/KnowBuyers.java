package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.DecisionStories;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.NoteId;
import dev.fenliu.webchat.application.Access.Sight;
import dev.fenliu.webchat.domain.Acquaintance;
import dev.fenliu.webchat.domain.BuyerNote;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Lists;
import dev.fenliu.webchat.domain.TooManyKept;
import dev.fenliu.webchat.domain.UnknownNote;
import dev.fenliu.webchat.domain.Visit;
import dev.fenliu.webchat.domain.Wares;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents know about a buyer of a shop, and what they write down about them for one another. */
@Service
public class KnowBuyers {
    private static final int VISITS = 20;
    private static final int CARDS_READ = 60;
    private static final int GOODS = 6;
    private static final int DECISIONS = 5;
    private static final int MOST_NOTES = 100;

    private final Lists lists;
    private final Acquaintance acquaintance;
    private final DecisionStories stories;
    private final Access access;
    private final Permissions permissions;
    private final Views views;
    private final Wares wares;
    private final Ids ids;

    KnowBuyers(
            Lists lists,
            Acquaintance acquaintance,
            DecisionStories stories,
            Access access,
            Permissions permissions,
            Views views,
            Wares wares,
            Ids ids) {
        this.lists = lists;
        this.acquaintance = acquaintance;
        this.stories = stories;
        this.access = access;
        this.permissions = permissions;
        this.views = views;
        this.wares = wares;
        this.ids = ids;
    }

    /** What is known about the buyer of a conversation. Throws {@link UnknownConversation}. */
    @Transactional(readOnly = true)
    public BuyerFile of(Actor actor, ConversationId id) {
        var listed = listed(actor, id);
        var conversation = listed.conversation();
        var origin = conversation.origin();
        var enterprise = actor.enterprise();
        var wider = access.require(actor, conversation) == Sight.HISTORY;
        var visits = wider ? acquaintance.visits(enterprise, origin.buyer(), id, VISITS) : List.<Visit>of();
        var cards = wider ? acquaintance.cards(enterprise, origin.buyer(), id, CARDS_READ) : List.<Card>of();
        var blocking = listed.buyer().blocking();
        return new BuyerFile(
                views.conversation(enterprise, listed),
                stories.of(enterprise, id, DECISIONS),
                wider,
                visits.stream().map(visit -> earlier(actor, visit)).toList(),
                goods(conversation, cards),
                acquaintance.notes(enterprise, origin.buyer()).stream()
                        .map(note -> note(actor, note))
                        .toList(),
                blocking == null ? null : new BuyerFile.Block(views.name(enterprise, blocking.by()), blocking.since()),
                permissions.allow(actor, Permission.BLOCK_BUYERS, origin.shop()),
                mayNote(actor, conversation));
    }

    private BuyerFile.Earlier earlier(Actor actor, Visit visit) {
        return new BuyerFile.Earlier(
                visit.conversation(),
                visit.source(),
                visit.state(),
                visit.handler(),
                views.name(actor.enterprise(), visit.handler()),
                visit.openedAt(),
                visit.preview(),
                visit.score());
    }

    // The same product in ten messages is one product.
    private List<BuyerFile.Goods> goods(Conversation conversation, List<Card> cards) {
        var latest = new LinkedHashMap<String, Card>();
        cards.forEach(card -> latest.putIfAbsent(card.type() + card.ref(), card));
        return latest.values().stream()
                .limit(GOODS)
                .map(card -> new BuyerFile.Goods(
                        card, wares.find(conversation.origin().shop(), card).orElse(null)))
                .toList();
    }

    private BuyerFile.Note note(Actor actor, BuyerNote note) {
        return new BuyerFile.Note(
                note.id(),
                note.author(),
                views.name(actor.enterprise(), note.author()),
                note.text(),
                note.writtenAt(),
                note.changedAt());
    }

    /** Writes down something about the buyer of a conversation. */
    @Transactional
    public void note(Actor me, ConversationId id, @Nullable String text, Instant now) {
        var words = BuyerNote.words(text);
        var conversation = noting(me, id);
        var buyer = conversation.origin().buyer();
        if (acquaintance.notes(me.enterprise(), buyer).size() >= MOST_NOTES) {
            throw new TooManyKept(MOST_NOTES);
        }
        acquaintance.add(me.enterprise(), new BuyerNote(new NoteId(ids.next()), buyer, me.me(), words, now, null));
    }

    /** Its author puts it otherwise. */
    @Transactional
    public void change(Actor me, ConversationId id, NoteId note, @Nullable String text, Instant now) {
        var words = BuyerNote.words(text);
        requireOwn(me, id, note);
        acquaintance.change(me.enterprise(), note, words, now);
    }

    /** Its author takes it back. */
    @Transactional
    public void remove(Actor me, ConversationId id, NoteId note) {
        requireOwn(me, id, note);
        acquaintance.remove(me.enterprise(), note);
    }

    private void requireOwn(Actor me, ConversationId id, NoteId note) {
        var buyer = noting(me, id).origin().buyer();
        acquaintance
                .note(me.enterprise(), note)
                .filter(it -> it.buyer().equals(buyer))
                .orElseThrow(UnknownNote::new)
                .requireAuthor(me.me());
    }

    private Conversation noting(Actor me, ConversationId id) {
        var conversation = listed(me, id).conversation();
        access.require(me, conversation);
        if (!mayNote(me, conversation)) {
            throw new NotAllowed();
        }
        return conversation;
    }

    // Whoever handled it before reads on, and writes nothing (rules 5).
    private boolean mayNote(Actor actor, Conversation conversation) {
        var shop = conversation.origin().shop();
        return actor.member() != null
                && ((actor.member().equals(conversation.owner()) && permissions.allow(actor, Permission.CHAT, shop))
                        || permissions.allow(actor, Permission.VIEW_ALL_CHATS, shop));
    }

    private Listed listed(Actor actor, ConversationId id) {
        return lists.these(actor.enterprise(), List.of(id)).stream().findFirst().orElseThrow(UnknownConversation::new);
    }
}
