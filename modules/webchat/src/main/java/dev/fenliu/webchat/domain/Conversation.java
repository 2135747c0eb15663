package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation (對話): one buyer with one shop, from the first message to closing. A closed one stays closed. */
public final class Conversation {
    private final Origin origin;
    private ConversationState state;
    private Holding holding;
    private @Nullable Label label;
    private Marks marks;
    private Talk talk;
    private @Nullable Instant closedAt;

    /** A conversation as it was stored. */
    public Conversation(
            Origin origin,
            ConversationState state,
            Holding holding,
            @Nullable Label label,
            Marks marks,
            Talk talk,
            @Nullable Instant closedAt) {
        this.origin = origin;
        this.state = state;
        this.holding = holding;
        this.label = label;
        this.marks = marks;
        this.talk = talk;
        this.closedAt = closedAt;
    }

    /** A new one, which asks for an agent. */
    public static Conversation opened(Origin origin) {
        return new Conversation(
                origin,
                ConversationState.WAITING,
                Holding.NOBODY,
                null,
                Marks.NONE,
                Talk.silentSince(origin.openedAt()),
                null);
    }

    /** The buyer writes. */
    public Message buyerWrites(MessageId id, IncomingMessage message, Instant now) {
        requireOpen();
        marks = marks.buyerWrote();
        talk = talk.said(message.text(), true, now);
        return line(id, Sender.BUYER, null, null, null, message.text(), message.card(), now);
    }

    /**
     * The owner who should be asked about when the buyer writes; null if nobody should be: it waits already, routing has
     * been asked already, or it is held, and whoever holds it decides when that ends.
     */
    public @Nullable MemberId ownerToAskAbout() {
        return state == ConversationState.OPEN && !holding.asking() && !holding.held() ? holding.owner() : null;
    }

    /** Its owner is gone: another agent is asked for, and it stays with the owner meanwhile. */
    public void askForAgent() {
        holding = holding.asking(true);
    }

    /** Routing has answered that it stays where it is. */
    public void stopAsking() {
        holding = holding.asking(false);
    }

    /** Routing has decided. Returns whether the owner really changed. */
    public boolean assign(@Nullable MemberId to, boolean held, Trigger trigger, Instant now) {
        var from = holding.owner();
        state = to == null ? ConversationState.WAITING : ConversationState.OPEN;
        holding = holding.inHandsOf(to, held);
        if (Objects.equals(from, to)) {
            return false;
        }
        if (to != null) {
            marks = marks.unreadAgain();
        }
        if (trigger == Trigger.FORWARDED || trigger == Trigger.REASSIGNED) {
            holding = holding.handledBy(to);
        } else {
            label = null;
        }
        talk = talk.moved(now);
        return true;
    }

    /** It was handed over: the recipient finds a label and, for ever, a line that says so. */
    public Message labelHandedOver(
            MessageId id, MemberId sender, MemberId recipient, Trigger trigger, String note, Instant now) {
        label = new Label(sender, note);
        var notice = trigger == Trigger.REASSIGNED ? Notice.REASSIGNED : Notice.FORWARDED;
        marks = marks.lineAdded();
        return line(id, Sender.SYSTEM, sender, recipient, notice, note, null, now);
    }

    /** The shop answers by itself: nobody's reply, so whoever spoke last, and what is read and by whom, stays as it is. */
    public Message answersByItself(MessageId id, String text, Instant now) {
        requireOpen();
        marks = marks.lineAdded();
        return line(id, Sender.SYSTEM, null, null, Notice.AUTOMATIC, text, null, now);
    }

    /** The owner answers, which marks everything read, takes the label off, and makes a held one theirs. */
    public Message reply(MessageId id, MemberId by, String text, Instant now) {
        requireOpen();
        requireOwner(by);
        marks = marks.readUpTo(marks.buyerCount(), marks.lastSeq()).lineAdded();
        holding = holding.taken().handledBy(by);
        label = null;
        talk = talk.said(text, false, now);
        return line(id, Sender.AGENT, by, null, null, text, null, now);
    }

    /** An agent writes something down that only agents see; for the buyer nothing has happened. */
    public Message note(MessageId id, MemberId by, String text, Instant now) {
        requireOpen();
        marks = marks.lineAdded();
        return line(id, Sender.SYSTEM, by, null, Notice.NOTE, text, null, now);
    }

    /** The owner has read up to that line. Returns whether the mark moved: it never goes back, and rests once closed. */
    public boolean read(MemberId by, int buyerCount, long seq, Instant now) {
        requireOwner(by);
        if (state.isClosed() || buyerCount <= marks.readCount()) {
            return false;
        }
        marks = marks.readUpTo(buyerCount, seq);
        talk = talk.moved(now);
        return true;
    }

    /** The owner ends it, having seen so many of the buyer's messages. */
    public Message close(MessageId id, MemberId by, int seenOfBuyer, Instant now) {
        requireOpen();
        requireOwner(by);
        if (seenOfBuyer < marks.buyerCount()) {
            throw new BuyerWroteMeanwhile();
        }
        return end(id, ConversationState.CLOSED, Notice.CLOSED, by, now);
    }

    /** The system ends it if it is read and has been quiet for longer than that. */
    public Optional<Message> closeIfQuiet(MessageId id, Duration quiet, Instant now) {
        var due = state == ConversationState.OPEN
                && marks.unread() == 0
                && now.isAfter(talk.updatedAt().plus(quiet));
        if (!due) {
            return Optional.empty();
        }
        return Optional.of(
                talk.buyerSpokeLast()
                        ? end(id, ConversationState.CLOSED_UNANSWERED, Notice.CLOSED_UNANSWERED, null, now)
                        : end(id, ConversationState.CLOSED, Notice.CLOSED_QUIET, null, now));
    }

    private Message end(MessageId id, ConversationState end, Notice notice, @Nullable MemberId by, Instant now) {
        state = end;
        holding = holding.taken().asking(false);
        closedAt = now;
        marks = marks.lineAdded();
        return line(id, Sender.SYSTEM, by, null, notice, "", null, now);
    }

    private Message line(
            MessageId id,
            Sender sender,
            @Nullable MemberId member,
            @Nullable MemberId recipient,
            @Nullable Notice notice,
            String text,
            @Nullable Card card,
            Instant now) {
        return new Message(
                id,
                id(),
                origin.shop(),
                marks.lastSeq(),
                marks.buyerCount(),
                sender,
                member,
                recipient,
                notice,
                text,
                card,
                now,
                null);
    }

    /** Refuses once it has ended. */
    public void requireOpen() {
        if (state.isClosed()) {
            throw new ConversationIsClosed();
        }
    }

    private void requireOwner(MemberId member) {
        if (!holding.isOf(member)) {
            throw new NotOwner();
        }
    }

    public ConversationId id() {
        return origin.conversation();
    }

    public Origin origin() {
        return origin;
    }

    public ConversationState state() {
        return state;
    }

    public Holding holding() {
        return holding;
    }

    public @Nullable MemberId owner() {
        return holding.owner();
    }

    public @Nullable Label label() {
        return label;
    }

    public Marks marks() {
        return marks;
    }

    public Talk talk() {
        return talk;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
