package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.NoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a shop knows about its buyers beside the conversation that is open. */
public interface Acquaintance {
    /** The buyer's conversations before that one, the latest first. One statement. */
    List<Visit> visits(EnterpriseId enterprise, BuyerId buyer, ConversationId before, int limit);

    /**
     * The products and orders in the buyer's messages up to that conversation, the latest first, each as often as it was
     * shown. One statement.
     */
    List<Card> cards(EnterpriseId enterprise, BuyerId buyer, ConversationId last, int limit);

    /** The notes about the buyer, the latest first. One statement. */
    List<BuyerNote> notes(EnterpriseId enterprise, BuyerId buyer);

    Optional<BuyerNote> note(EnterpriseId enterprise, NoteId id);

    void add(EnterpriseId enterprise, BuyerNote note);

    void change(EnterpriseId enterprise, NoteId id, String text, Instant now);

    void remove(EnterpriseId enterprise, NoteId id);

    /** Answers whether the buyer was not blocked before. */
    boolean block(EnterpriseId enterprise, BuyerId buyer, Blocking blocking);

    /** Answers whether the buyer was blocked before. */
    boolean unblock(EnterpriseId enterprise, BuyerId buyer);
}
