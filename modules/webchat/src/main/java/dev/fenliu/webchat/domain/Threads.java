package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations and lines as people read them. Nothing is locked; lists are read by key, never by offset. */
public interface Threads {
    /** A conversation and who the buyer is. */
    record Listed(Conversation conversation, String buyerExternalId, String buyerName) {}

    Optional<Listed> conversation(EnterpriseId enterprise, ConversationId conversation);

    /** An owner's open conversations, the last talked in first. */
    List<Listed> desk(EnterpriseId enterprise, MemberId owner, DeskFilter filter, @Nullable DeskPlace after, int limit);

    /** How many conversations an owner has open and how many of them are unread. One statement. */
    DeskCounts counts(EnterpriseId enterprise, MemberId owner);

    /** All that fit, the newest first. */
    List<Listed> search(EnterpriseId enterprise, Wanted wanted, @Nullable ConversationId before, int limit);

    /** The last lines up to a place in the buyer's history, the oldest of them first. */
    List<Message> history(EnterpriseId enterprise, BuyerId buyer, Position before, int limit);

    /** The lines after a place in the buyer's history, up to the end of that conversation. */
    List<Message> historyAfter(EnterpriseId enterprise, BuyerId buyer, Position after, ConversationId upTo, int limit);

    /** The lines of one conversation after one of them. */
    List<Message> lines(EnterpriseId enterprise, ConversationId conversation, long afterSeq, int limit);

    /** The last lines of one conversation before one of them, the oldest first. */
    List<Message> linesBefore(EnterpriseId enterprise, ConversationId conversation, long beforeSeq, int limit);

    Optional<Message> line(EnterpriseId enterprise, MessageId message);

    Optional<Buyer> buyer(EnterpriseId enterprise, ShopId shop, String externalId);

    /** Whether the member had the conversation once. */
    boolean wasHandledBy(MemberId member, ConversationId conversation);
}
