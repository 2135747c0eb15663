package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said, as people read it: in its order, turned by key, never by offset. */
public interface Threads {
    /** The last lines before a place in the buyer's history. */
    List<Message> history(EnterpriseId enterprise, BuyerId buyer, Position before, int limit);

    /** The lines after a place in the buyer's history, up to the end of that conversation. */
    List<Message> historyAfter(EnterpriseId enterprise, BuyerId buyer, Position after, ConversationId upTo, int limit);

    /** The lines of one conversation after one of them. */
    List<Message> lines(EnterpriseId enterprise, ConversationId conversation, long afterSeq, int limit);

    /** The last lines of one conversation before one of them. */
    List<Message> linesBefore(EnterpriseId enterprise, ConversationId conversation, long beforeSeq, int limit);

    /** The lines of several conversations, each after one of its lines. One statement. */
    List<Message> linesOfSeveral(EnterpriseId enterprise, Map<ConversationId, Long> afterSeq, int limit);

    Optional<Buyer> buyer(EnterpriseId enterprise, ShopId shop, String externalId);

    /** Whether the member had the conversation and gave it away. */
    boolean wasHandledBy(MemberId member, ConversationId conversation);
}
