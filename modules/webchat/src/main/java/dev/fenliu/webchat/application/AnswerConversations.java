package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Ids;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Routing;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.domain.Conversation;
import dev.fenliu.webchat.domain.Conversations;
import dev.fenliu.webchat.domain.Marks;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Messages;
import dev.fenliu.webchat.domain.Texts;
import dev.fenliu.webchat.domain.UnknownMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners do with their conversations: answer, read, close. */
@Service
public class AnswerConversations {
    private final Conversations conversations;
    private final Messages messages;
    private final Access access;
    private final Views views;
    private final Routing routing;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    AnswerConversations(
            Conversations conversations,
            Messages messages,
            Access access,
            Views views,
            Routing routing,
            Ids ids,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.messages = messages;
        this.access = access;
        this.views = views;
        this.routing = routing;
        this.ids = ids;
        this.events = events;
    }

    /** Answers, which marks the conversation read. The same key again changes nothing and answers the same line. */
    @Transactional
    public LineView reply(Acting by, ConversationId id, String text, @Nullable String key, Instant now) {
        var words = Texts.message(text);
        var unique = Texts.key(key);
        var conversation = conversations.lock(by.enterprise(), id);
        var sent = sentBefore(by, conversation, unique);
        if (sent != null) {
            return views.line(by.enterprise(), sent);
        }
        access.requireOwner(by, conversation);
        var before = conversation.marks();
        var ended = conversation.talk().buyerSpokeLast()
                ? messages.wait(conversation).orElse(null)
                : null;
        stopHolding(conversation);
        var line = conversation.reply(new MessageId(ids.next()), by.member(), words, now);
        messages.append(conversation, line, null, unique);
        stampRead(conversation, before, now);
        conversations.save(conversation);
        events.publishEvent(Facts.replied(conversation, line, before.unread() > 0, ended));
        return views.line(by.enterprise(), line);
    }

    /** Writes down what only agents see. The same key again changes nothing and answers the same line. */
    @Transactional
    public LineView note(Acting by, ConversationId id, String text, @Nullable String key, Instant now) {
        var words = Texts.message(text);
        var unique = Texts.key(key);
        var conversation = conversations.lock(by.enterprise(), id);
        var sent = sentBefore(by, conversation, unique);
        if (sent != null) {
            return views.line(by.enterprise(), sent);
        }
        access.requireNoteTaker(by, conversation);
        var line = conversation.note(new MessageId(ids.next()), by.member(), words, now);
        messages.append(conversation, line, null, unique);
        conversations.save(conversation);
        events.publishEvent(Facts.noted(conversation, line));
        return views.line(by.enterprise(), line);
    }

    // Asked before whose conversation it is: somebody may send again what was stored before it went to somebody else.
    private @Nullable Message sentBefore(Acting by, Conversation conversation, @Nullable String key) {
        return key == null
                ? null
                : messages.withKey(by.enterprise(), conversation.id(), key)
                        .filter(line -> by.member().equals(line.member()))
                        .orElse(null);
    }

    /** Marks it read up to that line, or wholly. */
    @Transactional
    public void read(Acting by, ConversationId id, @Nullable MessageId upTo, Instant now) {
        var conversation = conversations.lock(by.enterprise(), id);
        access.requireOwner(by, conversation);
        var before = conversation.marks();
        var line = line(conversation, upTo);
        var count = line == null ? before.buyerCount() : line.buyerCount();
        var seq = line == null ? before.lastSeq() : line.seq();
        if (conversation.read(by.member(), count, seq, now)) {
            stampRead(conversation, before, now);
            conversations.save(conversation);
            events.publishEvent(Facts.read(conversation, by.member(), seq, now));
        }
    }

    /** Ends it, unless the buyer wrote after that line, if it is given. */
    @Transactional
    public void close(Acting by, ConversationId id, @Nullable MessageId upTo, Instant now) {
        var conversation = conversations.lock(by.enterprise(), id);
        access.requireOwner(by, conversation);
        var line = line(conversation, upTo);
        var seen = line == null ? conversation.marks().buyerCount() : line.buyerCount();
        stopHolding(conversation);
        var notice = conversation.close(new MessageId(ids.next()), by.member(), seen, now);
        messages.append(conversation, notice, null, null);
        conversations.save(conversation);
        events.publishEvent(Facts.closed(conversation, false, now));
    }

    private void stopHolding(Conversation conversation) {
        if (conversation.holding().held()) {
            routing.stopHolding(conversation.origin().enterprise(), conversation.id());
        }
    }

    private @Nullable Message line(Conversation conversation, @Nullable MessageId id) {
        return id == null
                ? null
                : messages.find(conversation.origin().enterprise(), id)
                        .filter(line -> line.conversation().equals(conversation.id()))
                        .orElseThrow(() -> new UnknownMessage("upTo"));
    }

    private void stampRead(Conversation conversation, Marks before, Instant now) {
        var receipt = conversation.marks().receiptSeq();
        if (receipt > before.receiptSeq()) {
            messages.stampRead(conversation, before.receiptSeq(), receipt, now);
        }
    }
}
